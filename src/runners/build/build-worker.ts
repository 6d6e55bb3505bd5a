import { parentPort } from 'node:worker_threads';
import type { RunLimits } from '../typescript/run-limits.ts';
import { traceProgram } from './trace-program.ts';

/** What the thread is asked: to run one program. */
export type BuildRequest = { readonly source: string; readonly limits: Omit<RunLimits, 'isOverdue'> };

// Whoever starts the thread counts its time from here, when TypeScript is loaded.
parentPort?.postMessage('ready');
parentPort?.on('message', ({ source, limits }: BuildRequest) => {
  parentPort?.postMessage(traceProgram(source, limits));
});
