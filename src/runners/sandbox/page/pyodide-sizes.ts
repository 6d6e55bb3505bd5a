/** Pyodide's files and their sizes in bytes, as in the npm package, so that progress has an end; a test compares them. */
export const pyodideSizes = {
  'pyodide.mjs': 17_931,
  'pyodide.asm.mjs': 1_250_344,
  'pyodide.asm.wasm': 9_598_218,
  'python_stdlib.zip': 2_545_637,
} as const;
