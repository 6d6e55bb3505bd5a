import { parentPort } from 'node:worker_threads';
import { loadSnapshot } from '../snapshot/load-snapshot.ts';
import type { CPythonRunOptions } from '../../engine/run/cpython/run-options.ts';

/** What the thread is asked. */
export type CPythonRequest = { readonly source: string; readonly options: CPythonRunOptions };

const cpython = await loadSnapshot();
parentPort?.on('message', ({ source, options }: CPythonRequest) => {
  parentPort?.postMessage(cpython.run(source, options));
});
parentPort?.postMessage(cpython.runtime);
