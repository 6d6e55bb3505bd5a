import path from 'node:path';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { formatSeconds } from '../../src/engine/trace/words/format-seconds.ts';
import { openRun } from '../../src/engine/trace/open-run.ts';
import { findPairs } from '../../src/build/demos/find-pairs.ts';
import { traceProgram } from '../../src/build/typescript/trace-program.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The run of a demo, in the words that articles use for it. It is the run of the TypeScript half, which does the same as the Python
 * half.
 */
export type ToldRun = {
  /** What was printed: the clock and the text, such as `2 s: tea`. */
  readonly lines: readonly string[];
  /** The same with the iteration of the loop at the beginning: `4, 2 s: tea`. */
  readonly numberedLines: readonly string[];
  /** Every step of a task: its iteration, the clock, the task's name, and how it gave way: `2, 0 s: main suspends`. */
  readonly steps: readonly string[];
  /** The callbacks that the loop ran, including those of timers and of `gather`: `3, 4 s: tea`. */
  readonly callbacks: readonly string[];
  /** The names of the tasks, in order of creation. */
  readonly tasks: readonly string[];
  readonly trace: Trace;
};

/**
 * Runs the TypeScript half of the demo.
 *
 * @throws {Error} if there is no demo of that id, or it does not compile
 */
export function tellRun(id: string): ToldRun {
  const pair = findPairs(root).find((candidate) => candidate.id === id);
  if (pair === undefined) throw new Error(`Expected the id of a demo, but got "${id}".`);
  const traced = traceProgram(pair.typescript.source);
  if (traced.kind === 'rejected') throw new Error(`${id}: ${traced.errors.map(({ message }) => message).join(' ')}`);
  return tell(traced.trace);
}

function tell(trace: Trace): ToldRun {
  const names = openRun(trace).names.tasks;
  const labels = new Map<number, string>();
  const printed = trace.events.filter((event) => event.kind === 'output');
  return {
    lines: printed.map(({ time, text }) => `${formatSeconds(time)}: ${text}`),
    numberedLines: printed.map(({ iteration, time, text }) => `${iteration}, ${formatSeconds(time)}: ${text}`),
    steps: trace.events.flatMap((event) => {
      if (event.kind !== 'step-begins' && event.kind !== 'task-waits' && event.kind !== 'task-ended') return [];
      const does = event.kind === 'step-begins' ? 'runs' : event.kind === 'task-waits' ? 'suspends' : event.how;
      return [`${event.iteration}, ${formatSeconds(event.time)}: ${names.get(event.id) ?? ''} ${does}`];
    }),
    callbacks: trace.events.flatMap((event) => {
      if (event.kind === 'callback-ready') labels.set(event.handle, event.label);
      if (event.kind !== 'callback-runs') return [];
      return [`${event.iteration}, ${formatSeconds(event.time)}: ${labels.get(event.handle) ?? ''}`];
    }),
    tasks: [...names.values()],
    trace,
  };
}
