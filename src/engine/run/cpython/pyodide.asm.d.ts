/** What makes Pyodide's Emscripten module; the package has no types for this file. */
declare module 'pyodide/pyodide.asm.mjs' {
  const create: unknown;
  export default create;
}
