import * as scheduler from '@yieldpoint/scheduler';
import * as lowering from '@yieldpoint/scheduler/lowering';
import { mainKey } from '../../compile/main-key.ts';
import { probesModule } from '../../compile/probes.ts';
import schedulerPackage from '../../scheduler/package.json' with { type: 'json' };
import { type Outcome, type Trace, traceVersion } from '../../trace/event/events.ts';
import { fixedChance } from '../chance.ts';
import { createPrinter } from './create-printer.ts';
import { createProbes } from './create-probes.ts';
import { describeFailure } from './describe-failure.ts';
import { describeStack } from './describe-stack.ts';
import { describeStop } from './describe-stop.ts';
import { describeValue } from './describe-value.ts';
import { ErrorLines } from './error-lines.ts';
import { ReaderRequests } from './reader-requests.ts';
import { type CodePosition, toErrorText } from './error-text.ts';
import { EventRecorder } from './event-recorder.ts';
import { FrameRecorder, type FrameWorld } from './frame-recorder.ts';
import { createConsole, createConsoleState } from './program-console.ts';
import { GeneratorFrames } from './generator-frames.ts';
import { createGlobals, type ProgramGlobals } from './program-globals.ts';
import { guardHandler, guardHandlers } from './guard-handler.ts';
import { provideNames, refuseLoopInThread, refuseModule, refuseRealTime } from './refuse.ts';
import { defaultRunLimits, type RunLimits } from './run-limits.ts';
import { Unawaited } from './unawaited.ts';
import { VariableRecorder } from './variable-recorder.ts';
import { watchProxies } from './watch-proxies.ts';

/** The compiled code as a function: the CommonJS text from `compile` with these names around it; see `wrapProgram`. */
export type ProgramBody = (
  require: (module: string) => unknown,
  exports: Record<string, unknown>,
  console: object,
  globals: ProgramGlobals,
) => void;

/**
 * Runs a compiled program in virtual time, in this thread, and returns all that happened. Errors in the program are in the trace's
 * outcome; nothing is thrown. The same in Node and in a browser's worker.
 *
 * A `main` that the program has not called itself is called, unless it needs arguments or the program has run a loop. If it returns
 * a coroutine (main is an async or a generator function), the loop runs it.
 */
export function runProgram(body: ProgramBody, code: CodePosition, limits: RunLimits = {}): Trace {
  const errorLines = new ErrorLines(code);
  const recorder = new EventRecorder((error) => errorLines.find(error), limits);
  const endWatch = watchProxies();
  const generators = new GeneratorFrames();
  const world: FrameWorld = {
    recorder,
    stack: [],
    errorLines,
    count: 0,
    awaitClass,
    variables: new VariableRecorder(generators),
    generators,
    plainEventsLeft: Math.floor(recorder.eventsLeft / shareOfPlainEvents),
    plainCalls: new Map(),
  };
  const { stackTraceLimit } = Error;
  // Deep enough for an error's stack to reach the frame from the functions it calls.
  Error.stackTraceLimit = 100;
  const outcome = new ProgramRun(world, limits).finish(body);
  Error.stackTraceLimit = stackTraceLimit;
  endWatch();
  const runtime = `${schedulerPackage.name} ${schedulerPackage.version}`;
  return { version: traceVersion, language: 'typescript', runtime, events: recorder.events, outcome };
}

/** Said to readers who know JavaScript's promises. */
const notBegun =
  'calling an async function does not start it here: it starts when it is awaited, or run. Write run(main()), with run imported ' +
  "from '@yieldpoint/scheduler', or export main";

/** The share of a run's events that plain functions may use. */
const shareOfPlainEvents = 4;

const awaitClass = (lowering.__await(undefined) as object).constructor as FrameWorld['awaitClass'];

/** One run of one program: the modules and the console that it gets, and its results. */
class ProgramRun {
  readonly #world: FrameWorld;
  readonly #limits: RunLimits;
  readonly #unawaited: Unawaited;
  readonly #watcher: scheduler.CoroutineWatcher;
  /** The loop that ran last; the next one continues its time and numbers. */
  #loop: scheduler.EventLoop | undefined;
  #module: FrameRecorder | undefined;

  constructor(world: FrameWorld, limits: RunLimits) {
    this.#world = world;
    this.#limits = limits;
    this.#unawaited = new Unawaited(
      () => world.stack.at(-1)?.currentLine,
      (message, line) => {
        this.#warn('RuntimeWarning', message, line);
      },
    );
    const { made, begun, driven } = this.#unawaited;
    this.#watcher = {
      made,
      begun: (coroutine) => {
        begun(coroutine);
        world.generators.begun(coroutine);
      },
      driven,
    };
  }

  finish(body: ProgramBody): Outcome {
    const { recorder } = this.#world;
    let outcome: Outcome;
    try {
      // No context variable is set, as in a new process.
      const result = new scheduler.Context().run(() => this.#start(body));
      outcome = { kind: 'finished', value: describeValue(result) };
    } catch (error) {
      outcome = describeFailure(error, recorder, this.#world.errorLines);
    }
    if (recorder.stopped === undefined) {
      this.#unawaited.tellAll();
      if (this.#loop === undefined && this.#unawaited.hasTold) this.#warn('Note', notBegun);
    }
    recorder.finish();
    return recorder.stopped === undefined ? outcome : describeStop(recorder.stopped, this.#limits, recorder.full);
  }

  #start(body: ProgramBody): unknown {
    const { recorder, errorLines } = this.#world;
    const now = (): number => recorder.time;
    const print = createPrinter(recorder, this.#limits);
    const state = createConsoleState((error) => describeStack(error, errorLines), now);
    const console = createConsole((text) => {
      print(text, undefined);
    }, state);
    const run = this.#createRun();
    const modules = new Map<string, unknown>([
      ['@yieldpoint/scheduler', provideNames({ ...scheduler, run, runRealTime: refuseRealTime })],
      ['@yieldpoint/scheduler/lowering', lowering],
      [
        probesModule,
        {
          probes: createProbes({
            world: this.#world,
            unawaited: this.#unawaited,
            getModule: () => this.#moduleFrame,
            console,
            consoleOf: (line) =>
              createConsole((text) => {
                print(text, line);
              }, state),
          }),
        },
      ],
    ]);
    const exports: Record<string, unknown> = {};
    const globals = createGlobals(now, this.#limits.chance ?? fixedChance);
    this.#runModule(() => {
      body((name) => modules.get(name) ?? refuseModule(name), exports, console, globals);
    });
    const { [mainKey]: main } = exports;
    if (typeof main !== 'function' || this.#loop !== undefined) return undefined;
    if (main.length > 0) {
      this.#warn(
        'Note',
        `main was not called, because it needs ${main.length === 1 ? 'an argument' : `${main.length} arguments`}`,
      );
      return undefined;
    }
    const result = (main as () => unknown)();
    return isCoroutine(result) ? run(result) : result;
  }

  /** The module's frame, created when the first of its statements announces itself. */
  get #moduleFrame(): FrameRecorder {
    const place = { name: '<module>', type: 'module', line: 1, lastLine: Infinity } as const;
    return (this.#module ??= new FrameRecorder(this.#world, place));
  }

  /** Runs the statements outside of all functions. */
  #runModule(body: () => void): void {
    try {
      body();
    } catch (error) {
      this.#module?.raised(error);
      throw error;
    } finally {
      this.#module?.left();
    }
  }

  /** The program's `run`: watched, and within the limits. An observer that the program passes gets the records as well. */
  #createRun(): typeof scheduler.run {
    const { recorder } = this.#world;
    const most = this.#limits.maxIterations ?? defaultRunLimits.maxIterations;
    const { cancelRequests = [] } = this.#limits;
    const requests = cancelRequests.length === 0 ? undefined : new ReaderRequests(recorder, cancelRequests);
    return (main, options) => {
      if (recorder.isInThread) refuseLoopInThread();
      return recorder.watch(({ observer, firstSeq }) =>
        scheduler.run(main, {
          ...options,
          maxIterations: Math.min(options?.maxIterations ?? Infinity, most),
          maxEvents: Math.min(options?.maxEvents ?? Infinity, recorder.eventsLeft),
          firstSeq,
          continues: this.#loop,
          between: requests && ((loop) => requests.make(loop)),
          coroutineWatcher: this.#watcher,
          exceptionHandler: guardHandler(options?.exceptionHandler, this.#tellUncaught),
          observer: (record) => {
            // The loop is known once it runs. While it is being set up, a run in progress may still refuse it.
            if (record.kind === 'iteration-begins') this.#follow(scheduler.getRunningLoop());
            observer?.(record);
            options?.observer?.(record);
          },
        }),
      );
    };
  }

  #follow(loop: scheduler.EventLoop): void {
    if (loop === this.#loop) return;
    this.#loop = loop;
    guardHandlers(loop, this.#tellUncaught);
  }

  /** Errors that nobody could catch: asyncio logs them, and here they are warnings in the record. */
  readonly #tellUncaught: scheduler.ExceptionHandler = (_, { message, exception }) => {
    const { stopped, eventsLeft } = this.#world.recorder;
    // A run without room is being stopped by an error that this handler would only swallow.
    if (stopped !== undefined || eventsLeft <= 0) return;
    if (exception === undefined) this.#warn('RuntimeWarning', message);
    else {
      const line = this.#world.errorLines.find(exception);
      const { name, message: said } = toErrorText(exception, line);
      // A task that was pending at the end has no error of its own.
      this.#warn(message, said === message ? '' : said === '' ? name : `${name}: ${said}`, line);
    }
  };

  #warn(category: string, message: string, line?: number): void {
    this.#world.recorder.add({ kind: 'warning', category, message, ...(line === undefined ? {} : { line }) });
  }
}

function isCoroutine(value: unknown): value is scheduler.Coroutine<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { next, throw: thrower, [Symbol.iterator]: iterator } = value as Partial<Generator<unknown, unknown>>;
  return [next, thrower, iterator].every((method) => typeof method === 'function');
}
