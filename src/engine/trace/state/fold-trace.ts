import type { Trace } from '../event/events.ts';
import { applyEvent } from './apply-event.ts';
import type { RunState } from './run-state.ts';

/** How every run stands before its first event. */
export const stateBefore: RunState = {
  seq: -1,
  clock: 0,
  iteration: 0,
  running: [],
  callback: null,
  tasks: [],
  ready: [],
  timers: [],
  frames: [],
  stack: [],
  calls: [],
  callStack: [],
  justSuspended: null,
  output: [],
};

const eventsBetweenCheckpoints = 32;

type Memory = { readonly checkpoints: RunState[]; latest: RunState };
const memories = new WeakMap<Trace, Memory>();

/**
 * Returns how the run stands after event `n` (-1: before the first).
 * States already reached are remembered, so that any step costs at most the events since the checkpoint before it.
 *
 * @throws RangeError when the trace has no event `n`.
 */
export function foldTrace(trace: Trace, n: number): RunState {
  if (!Number.isInteger(n) || n < -1 || n >= trace.events.length) {
    throw new RangeError(`Expected an event from -1 to ${trace.events.length - 1}, but got ${n}.`);
  }
  const memory = recall(trace);
  const checkpoint = Math.min(Math.floor((n + 1) / eventsBetweenCheckpoints), memory.checkpoints.length - 1);
  const { latest } = memory;
  let state = memory.checkpoints[checkpoint] ?? stateBefore;
  if (latest.seq <= n && latest.seq > state.seq) state = latest;
  for (const event of trace.events.slice(state.seq + 1, n + 1)) {
    state = applyEvent(state, event);
    if ((state.seq + 1) % eventsBetweenCheckpoints === 0) {
      memory.checkpoints[(state.seq + 1) / eventsBetweenCheckpoints] = state;
    }
  }
  memory.latest = state;
  return state;
}

function recall(trace: Trace): Memory {
  const known = memories.get(trace);
  if (known) return known;
  const memory: Memory = { checkpoints: [stateBefore], latest: stateBefore };
  memories.set(trace, memory);
  return memory;
}
