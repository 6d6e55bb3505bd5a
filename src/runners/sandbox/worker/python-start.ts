import type { PythonFiles } from '../../cpython/install-cpython.ts';
import type { SandboxLimits } from '../limits.ts';

/** What a worker that runs Python is started with. */
export type PythonStart = {
  /** The compiled `pyodide.asm.wasm`. */
  readonly module: WebAssembly.Module;
  /** Where `pyodide.mjs` and `pyodide.asm.mjs` are, as blobs of the frame. */
  readonly loaderUrl: string;
  readonly runtimeUrl: string;
  /** `python_stdlib.zip`. */
  readonly library: ArrayBuffer;
  /** Pyodide's lock file, as text. */
  readonly lock: string;
  /** The package `yieldpoint`. */
  readonly pythonFiles: PythonFiles;
  /** The memory of a Python that has all loaded and no program begun. */
  readonly snapshot: ArrayBuffer;
  readonly program: { readonly source: string };
  readonly limits: SandboxLimits;
};
