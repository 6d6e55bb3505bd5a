import { parentPort } from 'node:worker_threads';
import { loadCPython } from './load-cpython.ts';
import type { CPythonRunOptions } from './run-options.ts';

/** What the thread is asked. */
export type RunRequest = { readonly source: string; readonly options: CPythonRunOptions };

const cpython = await loadCPython();
parentPort?.on('message', ({ source, options }: RunRequest) => {
  parentPort?.postMessage(cpython.run(source, options));
});
parentPort?.postMessage(cpython.runtime);
