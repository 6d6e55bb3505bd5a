import { parentPort } from 'node:worker_threads';
import { loadSnapshot } from '../snapshot/load-snapshot.ts';
import type { CPythonRunOptions } from '../../engine/run/cpython/run-options.ts';
import type { ThreadMessage } from './start-program-thread.ts';

/** What the thread is asked. */
export type CPythonRequest = { readonly source: string; readonly options: CPythonRunOptions };

/** A JSON array of events as a part, and the outcome as JSON in the answer. */
type CPythonMessage = ThreadMessage<string, string>;

const cpython = await loadSnapshot();
// Pyodide tells its user of a crash, at length. The error that ends this thread says the same.
console.error = () => undefined;
const teller = cpython.tellTo((text) => {
  const json = text.slice(1);
  const message: CPythonMessage = text.startsWith('d') ? { answer: json } : { part: json };
  parentPort?.postMessage(message);
});
parentPort?.on('message', ({ source, options }: CPythonRequest) => {
  teller.run(source, options);
});
parentPort?.postMessage(cpython.runtime);
