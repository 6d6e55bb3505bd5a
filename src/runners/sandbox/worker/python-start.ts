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
  /** The memory of an earlier worker, taken when all was loaded and before its program began. */
  readonly snapshot: ArrayBuffer | undefined;
  readonly program: { readonly source: string };
  readonly limits: SandboxLimits;
};
