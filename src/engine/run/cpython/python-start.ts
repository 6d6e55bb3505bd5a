import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { Chance } from '../chance.ts';
import type { PythonFiles } from './install-cpython.ts';
import type { SandboxLimits } from '../limits.ts';

/** The files that a Python worker starts from, before it has a program. */
export type PythonStart = {
  /** The compiled `pyodide.asm.wasm`. */
  readonly module: WebAssembly.Module;
  /** Where `pyodide.mjs` and `pyodide.asm.mjs` are, as blobs of the frame. */
  readonly loaderUrl: string;
  readonly runtimeUrl: string;
  /** `python_stdlib.zip`. */
  readonly library: Blob;
  /** Pyodide's lock file, as text. */
  readonly lock: string;
  /** The package `yieldpoint`. */
  readonly pythonFiles: PythonFiles;
  /** The compressed memory of a Python that has loaded everything and begun no program; undefined if it could not be fetched. */
  readonly snapshot: Blob | undefined;
};

/** What the worker gets, once, when it should run a program. */
export type PythonProgram = {
  readonly program: {
    readonly source: string;
    readonly chance: Chance;
    readonly input: readonly (string | null)[];
    readonly cancelRequests: readonly CancelRequest[];
  };
  readonly limits: SandboxLimits;
};
