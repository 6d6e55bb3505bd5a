import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { TraceEvent } from '../event/events.ts';
import type { FrameState, RunState, TaskState, TimerState } from './run-state.ts';

/** Returns the task with that id, or undefined when it has not been created yet. */
export function findTask(state: RunState, id: number | null): TaskState | undefined {
  return state.tasks.get(id ?? -1);
}

/** Returns the frame with that id, closed or not, or undefined when it has not been created yet. */
export function findFrame(state: RunState, id: number | null): FrameState | undefined {
  return state.frames.get(id ?? -1) ?? state.closedFrames.get(id ?? -1);
}

/** Returns the id of the innermost frame on the call stack that can suspend, or null. */
export function findInnermost(state: RunState): number | null {
  return state.stack.at(state.stack.size - 1) ?? null;
}

/** Whether the running callback causes an event, rather than the loop between two callbacks. */
export function isInCallback({ callback }: RunState, { cause }: TraceEvent): boolean {
  return callback !== null && cause === callback.since;
}

/** Returns the task's place in the ready queue, from 1; 0 if it is not in the queue. */
export function placeInQueue(state: RunState, id: number): number {
  const since = findTask(state, id)?.readySince ?? null;
  return since === null ? 0 : state.ready.countBelow(since) + 1;
}

/** Returns the timers that are set, in order of deadline, then of creation; those that never come are last. */
export function listTimers(state: RunState): readonly TimerState[] {
  return [...state.timers].sort(byDeadline);
}

/** The order of timers: by deadline, then by creation. */
export function byDeadline(a: TimerState, b: TimerState): number {
  const [left, right] = [a.when ?? Infinity, b.when ?? Infinity];
  return left === right ? a.timer - b.timer : left - right;
}

/** A row of the waiting table; `Names.wait` has the words for it. */
export type Waiting = { readonly task: TaskState; readonly on: WaitTarget; readonly at: SyncName | null };

/** The waiting table: each waiting task, in order of creation, and what it waits for. */
export function* listWaiting(state: RunState): Generator<Waiting, void> {
  for (const id of state.waiting) {
    const task = findTask(state, id);
    if (task?.status.kind === 'waiting') yield { task, on: task.status.on, at: task.status.at };
  }
}

/**
 * Returns the frames of a task that has been entered, from its own coroutine to the innermost one it awaits or calls. A task that
 * runs in code that is not recorded has the frames in which it is suspended.
 */
export function listAwaitChain(state: RunState, task: number): readonly FrameState[] {
  if (state.running.at(-1) === task && state.stack.size > 0) {
    return [...state.stack].flatMap((id) => findFrame(state, id) ?? []);
  }
  const chain = new Set<FrameState>();
  let frame = findFrame(state, findTask(state, task)?.rootFrame ?? null);
  while (frame && frame.status !== 'closed' && !chain.has(frame)) {
    chain.add(frame);
    frame = findFrame(state, frame.delegate);
  }
  return [...chain];
}

/** Two frames that are linked now: one called the other, or is suspended in it. */
export type FrameLink = { readonly from: number; readonly to: number; readonly kind: 'call' | 'delegation' };

/** Returns the links between frames. A suspended frame is not linked to its caller, only to a frame that delegates to it. */
export function listLinks(state: RunState): readonly FrameLink[] {
  return [...state.frames].flatMap((frame) => findLink(frame) ?? []);
}

/** Returns the link of one frame. */
export function findLink({ id, status, caller, delegate }: FrameState): FrameLink | undefined {
  if (status === 'suspended' && delegate !== null) return { from: id, to: delegate, kind: 'delegation' };
  return status === 'running' && caller !== null ? { from: caller, to: id, kind: 'call' } : undefined;
}

/** The current source line of a frame. `calling` frames are on the stack beneath the running one. */
export type StandingLine = {
  readonly line: number;
  readonly frame: number;
  readonly how: 'running' | 'calling' | 'suspended';
};

/**
 * Returns the current line of every frame that has been entered and not left: frames that can suspend in order of entry, then the
 * plain calls.
 */
export function listStandingLines(state: RunState): readonly StandingLine[] {
  const executing = state.callStack.at(state.callStack.size - 1);
  const howOf = (id: number): StandingLine['how'] => (id === executing ? 'running' : 'calling');
  const frames = [...state.frames].flatMap(({ id, line, status }): StandingLine[] => {
    if (status === 'suspended') return [{ line, frame: id, how: 'suspended' }];
    return status === 'running' ? [{ line, frame: id, how: howOf(id) }] : [];
  });
  return [...frames, ...[...state.calls].map(({ id, line }) => ({ line, frame: id, how: howOf(id) }))];
}
