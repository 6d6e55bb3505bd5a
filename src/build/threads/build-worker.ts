import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { compile } from '../../engine/compile/compile.ts';
import type { SourceError } from '../../engine/compile/source-error.ts';
import { memoryBytes } from '../../engine/run/limits.ts';
import { EventBatches } from '../../engine/run/event-batches.ts';
import { findStackPlaces } from '../../engine/run/typescript/error-text.ts';
import { type RunLimits, RunStopped } from '../../engine/run/typescript/run-limits.ts';
import type { Trace, TraceEvent } from '../../engine/trace/event/events.ts';
import { traceProgram } from '../typescript/trace-program.ts';
import type { ThreadMessage } from './start-program-thread.ts';

/** A request to the thread: run one program. */
export type BuildRequest = {
  /** Used in the message of an error that happens after the run. */
  readonly file: string;
  readonly source: string;
  readonly limits: Omit<RunLimits, 'isOverdue' | 'memory'>;
  /**
   * After this many milliseconds the program is stopped at the line where it is, so that the line is known. Code without probes
   * ends only with the thread.
   */
  readonly timeMs: number;
  /** Whether a loop that does nothing but go round is stopped by its number of lines, which is the same on every machine, not by time. */
  readonly stopsEndless: boolean;
};

/**
 * The result, with the first error that nothing in the program handled. Such an error comes from a promise, since the scheduler
 * handles all others. The events of the run are in the parts before.
 */
export type BuildAnswer =
  | { readonly kind: 'ran'; readonly run: Omit<Trace, 'events'>; readonly stray?: StrayError }
  | { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };

/** An error that would have ended the process: the last line of its traceback, and where it was made. */
export type StrayError = {
  readonly text: string;
  readonly line: number | undefined;
  /** Whether it is the time limit, reached by promises that ran on after the program. */
  readonly isOverdue: boolean;
};

let current: { readonly file: string; readonly source: string } | undefined;
let isRunning = false;
let stray: StrayError | undefined;

// Without these handlers, a rejected promise that a program forgot would end the thread and the command that started it.
process.on('unhandledRejection', takeError);
process.on('uncaughtException', takeError);

// Time counts from here, when TypeScript is loaded and has compiled once. Otherwise the first program would pay for both.
const first = traceProgram('export function main() {}');
parentPort?.postMessage(first.kind === 'ran' ? first.trace.runtime : '');
parentPort?.on('message', ({ file, source, limits, timeMs, stopsEndless }: BuildRequest) => {
  current = { file, source };
  isRunning = true;
  stray = undefined;
  const end = performance.now() + timeMs;
  const batches = new EventBatches<TraceEvent>((part) => post({ part }));
  const traced = traceProgram(source, {
    ...limits,
    isOverdue: () => performance.now() > end,
    memory: { most: memoryBytes, now: () => performance.now() },
    stopsEndless,
    onEvent: (event) => batches.add(event),
  });
  // Node reports rejections after all microtasks have run. A program has no timers, so nothing more can come from it later.
  setImmediate(() => {
    isRunning = false;
    batches.flush();
    if (traced.kind === 'rejected') {
      post({ answer: traced });
      return;
    }
    const { version, language, runtime, outcome } = traced.trace;
    const run = { version, language, runtime, outcome };
    post({ answer: { kind: 'ran', run, ...(stray === undefined ? {} : { stray }) } });
  });
});

function post(message: ThreadMessage<readonly TraceEvent[], BuildAnswer>): void {
  parentPort?.postMessage(message);
}

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

/** The program is compiled once more to get positions, and only a faulty program pays for that. */
function findLine(source: string, error: unknown): number | undefined {
  const compiled = compile(source);
  if (compiled.kind !== 'compiled') return undefined;
  return findStackPlaces(error, { positions: compiled.positions, linesBefore: 0 })[0]?.line;
}
