import { parentPort } from 'node:worker_threads';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import { traceProgram } from '../typescript/trace-program.ts';

/** What the thread is asked: to run one program. */
export type BuildRequest = { readonly source: string; readonly limits: Omit<RunLimits, 'isOverdue'> };

// Whoever starts the thread counts its time from here, when TypeScript is loaded and has compiled once: what the first program would
// spend on that is no fault of its own.
traceProgram('export function main() {}');
parentPort?.postMessage('ready');
parentPort?.on('message', ({ source, limits }: BuildRequest) => {
  parentPort?.postMessage(traceProgram(source, limits));
});
