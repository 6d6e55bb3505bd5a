import type { Trace } from '../event/events.ts';
import { applyEvent } from './apply-event.ts';
import { type RunState, stateBefore } from './run-state.ts';

/** How many events lie between two stored states. */
const spacing = 32;

/**
 * The states of a run, each computed when it is first needed. States that were reached are stored at every `spacing` events, so any
 * state costs at most that many events once all have been seen, and the next state costs one.
 */
export class RunHistory {
  readonly #events: Trace['events'];
  readonly #checkpoints: RunState[] = [stateBefore];
  #latest: RunState = stateBefore;

  constructor(events: Trace['events']) {
    this.#events = events;
  }

  /**
   * Returns the state of the run after event `n` (-1: before the first).
   *
   * @throws RangeError when the run has no event `n`.
   */
  after(n: number): RunState {
    const events = this.#events;
    if (!Number.isInteger(n) || n < -1 || n >= events.length) {
      throw new RangeError(`Expected an event from -1 to ${events.length - 1}, but got ${n}.`);
    }
    const checkpoints = this.#checkpoints;
    let state = checkpoints[Math.min(Math.floor((n + 1) / spacing), checkpoints.length - 1)] ?? stateBefore;
    if (this.#latest.seq <= n && this.#latest.seq > state.seq) state = this.#latest;
    for (let index = state.seq + 1; index <= n; index += 1) {
      const event = events[index];
      if (event === undefined) break;
      state = applyEvent(state, event);
      if ((index + 1) % spacing === 0) checkpoints[(index + 1) / spacing] = state;
    }
    this.#latest = state;
    return state;
  }
}
