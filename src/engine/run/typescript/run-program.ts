import * as scheduler from '@yieldpoint/scheduler';
import * as lowering from '@yieldpoint/scheduler/lowering';
import { type Probes, probesModule } from '../../compile/probes.ts';
import schedulerPackage from '../../scheduler/package.json' with { type: 'json' };
import { type Outcome, type Trace, traceVersion } from '../../trace/event/events.ts';
import { describeValue } from './describe-value.ts';
import { ErrorLines } from './error-lines.ts';
import { type CodePosition, toErrorText } from './error-text.ts';
import { EventRecorder } from './event-recorder.ts';
import { FrameRecorder, type FrameWorld } from './frame-recorder.ts';
import { createConsole, type ProgramConsole } from './program-console.ts';
import type { RunLimits } from './run-limits.ts';

/** The compiled code as a function: `compile`'s CommonJS text with these three names around it. */
export type ProgramBody = (
  require: (module: string) => unknown,
  exports: Record<string, unknown>,
  console: ProgramConsole,
) => void;

/**
 * Runs a compiled program in virtual time, in this thread, and returns all that happened. What goes wrong in the program is
 * the trace's outcome; nothing is thrown. The same in Node and in a browser's worker.
 *
 * The program's exported `main` is called; if that gives a coroutine (main is an async or a generator function), the loop runs it.
 */
export function runProgram(body: ProgramBody, code: CodePosition, limits: RunLimits = {}): Trace {
  const errorLines = new ErrorLines(code);
  const lineOf = (error: unknown): number | undefined => errorLines.find(error);
  const recorder = new EventRecorder(lineOf, limits);
  const world: FrameWorld = { recorder, stack: [], errorLines, count: 0, awaitClass };
  const { stackTraceLimit } = Error;
  // Deep enough to reach the frame from what it calls.
  Error.stackTraceLimit = 100;
  const outcome = finish(recorder, lineOf, () => startProgram(body, recorder, world, limits));
  Error.stackTraceLimit = stackTraceLimit;
  const runtime = `${schedulerPackage.name} ${schedulerPackage.version}`;
  return { version: traceVersion, language: 'typescript', runtime, events: recorder.events, outcome };
}

const awaitClass = (lowering.__await(undefined) as object).constructor as FrameWorld['awaitClass'];

function startProgram(body: ProgramBody, recorder: EventRecorder, world: FrameWorld, limits: RunLimits): unknown {
  const printed = countPrinted(recorder, limits.maxOutput ?? 100_000);
  const console = createConsole((text) => {
    printed(text, undefined);
  });
  const probes: Probes = {
    enter: (...place) => new FrameRecorder(world, ...place),
    consoleAt: (target, line) =>
      target === console
        ? createConsole((text) => {
            printed(text, line);
          })
        : target,
    named: (make, name) => {
      if (make.name !== name) Object.defineProperty(make, 'name', { value: name });
      (make.prototype as object as Record<symbol, unknown>)[scheduler.functionName] = name;
      return make;
    },
    spin: () => {
      recorder.check();
    },
  };
  const run = runObserved(recorder, limits);
  const modules = new Map<string, unknown>([
    ['@yieldpoint/scheduler', { ...scheduler, run, runRealTime: refuseRealTime }],
    ['@yieldpoint/scheduler/lowering', lowering],
    [probesModule, { probes }],
  ]);
  const exports: Record<string, unknown> = {};
  body((name) => modules.get(name) ?? refuseModule(name), exports, console);
  const result = callMain(exports);
  return isCoroutine(result) ? run(result) : result;
}

function callMain(exports: Record<string, unknown>): unknown {
  const { main } = exports;
  if (typeof main === 'function') return (main as () => unknown)();
  const names = Object.keys(exports).filter((name) => name !== '__esModule');
  const got = names.length === 0 ? 'it exports nothing' : `it exports ${names.join(', ')}`;
  throw new TypeError(
    `Expected the program to export a function main, but ${got}. Write "export async function main() { … }".`,
  );
}

function isCoroutine(value: unknown): value is scheduler.Coroutine<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { next, throw: thrower, [Symbol.iterator]: iterator } = value as Partial<Generator<unknown, unknown>>;
  return [next, thrower, iterator].every((method) => typeof method === 'function');
}

/** `run` as a program gets it: watched, and within the limits. An observer of the program's own gets the records as well. */
function runObserved(recorder: EventRecorder, limits: RunLimits): typeof scheduler.run {
  return (main, options) =>
    recorder.watch(({ observer, firstSeq }) =>
      scheduler.run(main, {
        maxIterations: Math.min(options?.maxIterations ?? Infinity, limits.maxIterations ?? 10_000),
        maxEvents: Math.min(options?.maxEvents ?? Infinity, recorder.eventsLeft),
        firstSeq,
        observer: (record) => {
          if (record.kind === 'iteration-begins' && record.iteration === 1)
            scheduler.getRunningLoop().setExceptionHandler(keepQuiet);
          observer?.(record);
          options?.observer?.(record);
        },
      }),
    );
}

/** Errors that nobody caught are for the trace; the console of whoever runs the program is not the place for them. */
function keepQuiet(): void {}

function refuseRealTime(): never {
  throw new TypeError(
    'Expected virtual time, but got runRealTime. Here a program runs in virtual time: use run, or export main.',
  );
}

function refuseModule(name: string): never {
  throw new TypeError(
    `Expected require("@yieldpoint/scheduler"), but got require("${name}"). A program here may use nothing else.`,
  );
}

function countPrinted(recorder: EventRecorder, most: number): (text: string, line: number | undefined) => void {
  let left = most;
  return (text, line) => {
    recorder.check();
    left -= text.length + 1;
    if (left < 0) recorder.stop('output');
    else recorder.add({ kind: 'output', text, ...(line === undefined ? {} : { line }) });
    recorder.check();
  };
}

function finish(recorder: EventRecorder, lineOf: (error: unknown) => number | undefined, work: () => unknown): Outcome {
  let outcome: Outcome;
  try {
    outcome = { kind: 'finished', value: describeValue(work()) };
  } catch (error) {
    if (error instanceof scheduler.IterationLimitError) recorder.stop('iterations');
    if (error instanceof scheduler.EventLimitError) recorder.stop('events');
    outcome =
      error instanceof scheduler.DeadlockError
        ? { kind: 'deadlocked', tree: error.tree }
        : { kind: 'failed', error: toErrorText(error, lineOf(error)) };
  }
  return recorder.stopped === undefined ? outcome : { kind: 'stopped', limit: recorder.stopped };
}
