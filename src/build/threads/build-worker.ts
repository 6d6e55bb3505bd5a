import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { compile } from '../../engine/compile/compile.ts';
import { findStackPlaces } from '../../engine/run/typescript/error-text.ts';
import { type RunLimits, RunStopped } from '../../engine/run/typescript/run-limits.ts';
import { traceProgram, type Traced } from '../typescript/trace-program.ts';

/** What the thread is asked: to run one program. */
export type BuildRequest = {
  /** Named where an error comes after the run. */
  readonly file: string;
  readonly source: string;
  readonly limits: Omit<RunLimits, 'isOverdue'>;
  /** Milliseconds after which the program is stopped where it is, so that its line is known. What heeds no probe ends with the thread. */
  readonly timeMs: number;
};

/** What came of it, with the first error that nothing in the program handled: of a promise, since the scheduler handles all others. */
export type BuildAnswer = { readonly traced: Traced; readonly stray?: StrayError };

/** An error that would have ended the process, as a traceback's last line, and where it was made. */
export type StrayError = {
  readonly text: string;
  readonly line: number | undefined;
  /** Whether it is the limit of time, met by what promises run after the program. */
  readonly isOverdue: boolean;
};

let current: { readonly file: string; readonly source: string } | undefined;
let isRunning = false;
let stray: StrayError | undefined;

// Without these a rejected promise that a program forgets ends the thread, and the command that started it.
process.on('unhandledRejection', takeError);
process.on('uncaughtException', takeError);

// Time is counted from here, when TypeScript is loaded and has compiled once: what the first program would
// spend on that is not a fault of its own.
traceProgram('export function main() {}');
parentPort?.postMessage('ready');
parentPort?.on('message', ({ file, source, limits, timeMs }: BuildRequest) => {
  current = { file, source };
  isRunning = true;
  stray = undefined;
  const end = performance.now() + timeMs;
  // An endless loop is stopped by the number of its lines first, which is the same on every machine.
  const traced = traceProgram(source, { ...limits, isOverdue: () => performance.now() > end, stopsEndless: true });
  // Node reports rejections when all microtasks have run. A program has no timers, so nothing of it comes later by itself.
  setImmediate(() => {
    isRunning = false;
    parentPort?.postMessage({ traced, ...(stray === undefined ? {} : { stray }) } satisfies BuildAnswer);
  });
});

function takeError(error: unknown): void {
  if (current === undefined) throw error;
  const found = {
    text: String(error),
    line: findLine(current.source, error),
    isOverdue: error instanceof RunStopped,
  };
  if (isRunning) stray ??= found;
  else console.error(`${current.file}:${found.line ?? 1} An error after the run: ${found.text}`);
}

/** The program is compiled once more for its positions, which only a faulty one costs. */
function findLine(source: string, error: unknown): number | undefined {
  const compiled = compile(source);
  if (compiled.kind !== 'compiled') return undefined;
  return findStackPlaces(error, { positions: compiled.positions, linesBefore: 0 })[0]?.line;
}
