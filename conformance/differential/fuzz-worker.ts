import { parentPort } from 'node:worker_threads';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import { fuzz, type Failure, type FuzzTask } from './fuzz.ts';

/** What the thread gets: a task, and whether to shrink failures. */
export type FuzzRequest = FuzzTask & { readonly shrinks: boolean };
/** The thread's answers: after each batch how many programs it ran and which failed; `isLast` when the task is done. */
export type FuzzAnswer = { readonly programs: number; readonly failures: readonly Failure[]; readonly isLast: boolean };

const cpython = await loadCPython();
const answer = (message: FuzzAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ shrinks, ...task }: FuzzRequest) => {
  for (const { programs, failures } of fuzz(task, cpython, shrinks)) answer({ programs, failures, isLast: false });
  answer({ programs: 0, failures: [], isLast: true });
});
answer({ programs: 0, failures: [], isLast: true });
