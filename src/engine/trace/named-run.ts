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

/** Derives the names of a run's parts from its variables, for a trace that does not have them. */
type NameCollector = (calls: Calls) => TraceNames;

/**
 * A trace as its readers need it: everything that drawing, stage, panel, text and tests ask of a run, each computed once, when it
 * is first needed. Nothing in it changes.
 */
export class Run {
  readonly trace: Trace;
  /** Whether its lanes are tasks or frames. */
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

  /** The names of tasks, frames, locks and waits. */
  get names(): Names {
    return (this.#names ??= nameParts(this.trace.events, this.trace.names ?? this.#collectNames(this)));
  }

  /** The lines of the console. */
  get lines(): readonly ConsoleLine[] {
    return (this.#lines ??= listConsoleLines(this.trace.events));
  }

  /** What created its timers, futures and frames. */
  get origins(): Origins {
    return (this.#origins ??= indexOrigins(this.trace.events));
  }

  /** The values of its variables over time. */
  get variables(): RunVariables {
    return (this.#variables ??= readVariables(this.trace.events));
  }

  /** Whether the clock moves, so that the drawing by time differs from the drawing by step. */
  get passesTime(): boolean {
    return (this.trace.events.at(-1)?.time ?? 0) > 0;
  }

  /** Generators that nothing schedules take no time, so a clock would only be in the way. */
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

  /** The state of the run at a step, from 1; at 0 it is the state before the first step, past the last one the state at the end. */
  stateAt(step: number): RunState {
    return step < 1 ? this.stateAfter(-1) : this.stateAfter(this.steps[step - 1]?.last ?? this.trace.events.length - 1);
  }

  /** The state of the run after its last event. */
  get end(): RunState {
    return this.stateAfter(this.trace.events.length - 1);
  }

  /** The number of the step to which an event belongs; the last step for events after it. */
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
 * Returns the run of a trace that has its names, like those that the build has recorded, so that a page need not derive them from
 * variables.
 *
 * @throws Error if names are needed and the trace has none
 */
export function openNamedRun(trace: Trace): Run {
  return openRunWith(() => {
    throw new Error('Expected a trace that has its names, but it has none. Open it with openRun.');
  }, trace);
}
