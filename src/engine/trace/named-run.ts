import type { Trace } from './event/events.ts';
import { chooseView, type View } from './state/choose-view.ts';
import type { TraceNames } from './event/names.ts';
import type { Calls } from './variables/name-call.ts';
import { indexOrigins, type Origins } from './state/index-origins.ts';
import { listSteps } from './state/list-steps.ts';
import { RunHistory } from './state/run-history.ts';
import type { RunState } from './state/run-state.ts';
import type { Step } from './state/step.ts';
import { type RunVariables, readVariables } from './variables/read-variables.ts';
import { type ConsoleLine, listConsoleLines } from './words/list-console-lines.ts';
import { nameParts, type Names } from './words/name-parts.ts';

/** Reads off its variables what the parts of a run are called, for a trace that does not say it. */
type NameCollector = (calls: Calls) => TraceNames;

/**
 * A trace as its readers need it: what drawing, stage, panel, text and tests ask of a run, each worked out once, when it is first asked for.
 * Nothing of it changes.
 */
export class Run {
  readonly trace: Trace;
  /** What its lanes are. */
  readonly view: View;
  readonly #history: RunHistory;
  #steps: readonly Step[] | undefined;
  #names: Names | undefined;
  #lines: readonly ConsoleLine[] | undefined;
  #origins: Origins | undefined;
  #variables: RunVariables | undefined;
  readonly #collectNames: NameCollector;

  constructor(trace: Trace, view: View, collectNames: NameCollector) {
    this.trace = trace;
    this.view = view;
    this.#collectNames = collectNames;
    this.#history = new RunHistory(trace.events);
  }

  /** The moments at which a reader stops. */
  get steps(): readonly Step[] {
    return (this.#steps ??= listSteps(this.trace.events, this.view));
  }

  /** What tasks, frames, locks and waits are called. */
  get names(): Names {
    return (this.#names ??= nameParts(this.trace.events, this.trace.names ?? this.#collectNames(this)));
  }

  /** The lines of the console. */
  get lines(): readonly ConsoleLine[] {
    return (this.#lines ??= listConsoleLines(this.trace.events));
  }

  /** What made its timers, futures and frames. */
  get origins(): Origins {
    return (this.#origins ??= indexOrigins(this.trace.events));
  }

  /** What its variables held, and when. */
  get variables(): RunVariables {
    return (this.#variables ??= readVariables(this.trace.events));
  }

  /** Whether the clock moves, so that the run drawn by time shows something else than drawn by step. */
  get passesTime(): boolean {
    return (this.trace.events.at(-1)?.time ?? 0) > 0;
  }

  /** Generators that nothing schedules run in no time: a clock would only be in the way. */
  get isTimeless(): boolean {
    return this.view === 'frames' && !this.passesTime;
  }

  /**
   * The state of the run after an event (-1: before the first).
   *
   * @throws RangeError when there is no such event
   */
  stateAfter(seq: number): RunState {
    return this.#history.after(seq);
  }

  /** The state of the run at a step, from 1; at 0 before the first, and past the last one at its end. */
  stateAt(step: number): RunState {
    return step < 1 ? this.stateAfter(-1) : this.stateAfter(this.steps[step - 1]?.last ?? this.trace.events.length - 1);
  }

  /** The state of the run after its last event. */
  get end(): RunState {
    return this.stateAfter(this.trace.events.length - 1);
  }

  /** The number of the step to which an event belongs; the last step for what comes after it. */
  findStep(seq: number): number {
    const { steps } = this;
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.last ?? 0) >= seq) high = middle;
      else low = middle + 1;
    }
    return Math.max(low, 0) + (steps.length === 0 ? 0 : 1);
  }
}

const opened = new WeakMap<Trace, Partial<Record<View, Run>>>();

/** Returns the run that a trace records, read at most once for each view. */
export function openRunWith(collectNames: NameCollector, trace: Trace, view: View = chooseView(trace)): Run {
  const runs = opened.get(trace) ?? {};
  opened.set(trace, runs);
  return (runs[view] ??= new Run(trace, view, collectNames));
}

/**
 * Returns the run of a trace that has its names, as those that the build has recorded do. A page reads no names off variables for these.
 *
 * @throws Error when names are asked for, and there are none
 */
export function openNamedRun(trace: Trace): Run {
  return openRunWith(() => {
    throw new Error('Expected a trace that has its names, but it has none. Open it with openRun.');
  }, trace);
}
