import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { FrameState, ReadyEntry, RunState, TaskState } from './run-state.ts';

/** Returns the task with that id, or undefined when it has not been created yet. */
export function findTask(state: RunState, id: number | null): TaskState | undefined {
  return state.tasks.find((task) => task.id === id);
}

/** Returns the frame with that id, or undefined when it has not been created yet. */
export function findFrame(state: RunState, id: number | null): FrameState | undefined {
  return state.frames.find((frame) => frame.id === id);
}

/** Returns the task's place in the ready queue, from 1; 0 when it is not in it. */
export function placeInQueue(state: RunState, id: number): number {
  return state.ready.findIndex((entry) => entry.kind === 'task' && entry.id === id) + 1;
}

/** Returns what stands directly before the task in the ready queue, if anything does. */
export function findEntryBefore(state: RunState, id: number): ReadyEntry | undefined {
  return state.ready[placeInQueue(state, id) - 2];
}

/** A row of the waiting table: `Names.wait` says it in words. */
export type Waiting = { readonly task: TaskState; readonly on: WaitTarget; readonly at: SyncName | null };

/** Returns the waiting table: each waiting task, in order of creation, and what it waits for. */
export function listWaiting(state: RunState): readonly Waiting[] {
  return state.tasks.flatMap((task) =>
    task.status.kind === 'waiting' ? [{ task, on: task.status.on, at: task.status.at }] : [],
  );
}

/**
 * Returns the frames of a task that has been entered, from its own coroutine to the innermost one it awaits or calls.
 * A task that runs in code nobody traces has the frames in which it is suspended.
 */
export function listAwaitChain(state: RunState, task: number): readonly FrameState[] {
  if (state.running.at(-1) === task && state.stack.length > 0) {
    return state.stack.flatMap((id) => findFrame(state, id) ?? []);
  }
  const chain: FrameState[] = [];
  let frame = findFrame(state, findTask(state, task)?.rootFrame ?? null);
  while (frame && frame.status !== 'closed' && !chain.includes(frame)) {
    chain.push(frame);
    frame = findFrame(state, frame.delegate);
  }
  return chain;
}

/** A pair of frames that belong together now: one called the other, or is suspended in it. */
export type FrameLink = { readonly from: number; readonly to: number; readonly kind: 'call' | 'delegation' };

/** Returns the links between frames: a suspended frame has none to its caller, only to a frame that delegates to it. */
export function listLinks(state: RunState): readonly FrameLink[] {
  return state.frames.flatMap(({ id, status, caller, delegate }): FrameLink[] => {
    if (status === 'suspended' && delegate !== null) return [{ from: id, to: delegate, kind: 'delegation' }];
    return status === 'running' && caller !== null ? [{ from: caller, to: id, kind: 'call' }] : [];
  });
}

/** A source line on which a frame stands. `calling` frames are on the stack beneath the running one. */
export type StandingLine = {
  readonly line: number;
  readonly frame: number;
  readonly how: 'running' | 'calling' | 'suspended';
};

/** Returns the line of every frame that has been entered and not left: those that can suspend in order of entry, then the plain calls. */
export function listStandingLines(state: RunState): readonly StandingLine[] {
  const innermost = state.callStack.at(-1);
  const howOf = (id: number): StandingLine['how'] => (id === innermost ? 'running' : 'calling');
  const frames = state.frames.flatMap(({ id, line, status }): StandingLine[] => {
    if (status === 'suspended') return [{ line, frame: id, how: 'suspended' }];
    return status === 'running' ? [{ line, frame: id, how: howOf(id) }] : [];
  });
  return [...frames, ...state.calls.map(({ id, line }) => ({ line, frame: id, how: howOf(id) }))];
}
