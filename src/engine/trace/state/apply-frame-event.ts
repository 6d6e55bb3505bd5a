import type { FollowingEndedEvent, FrameEvent, ThinnedEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import { PersistentMap } from './persistent-map.ts';
import { findFrame } from './read-state.ts';
import type { CallState, FrameState, RunState } from './run-state.ts';

/**
 * Returns what a frame event changes.
 *
 * A frame is created, then resumed and suspended any number of times, then left. While it is on the stack it is linked to its
 * caller; when it suspends it is unlinked, unless the caller suspends with it because it delegates to it. A frame that cannot
 * suspend is always one of the `calls`. It is gone when it is left, or when a frame beneath it continues, because a program that
 * runs out of stack leaves calls whose end is never recorded.
 */
export function applyFrameEvent(
  state: RunState,
  event: FrameEvent | FollowingEndedEvent | ThinnedEvent,
): Partial<RunState> {
  const over = event.kind === 'line' || event.kind === 'frame-left' ? closeCallsAbove(state, event.frame) : undefined;
  return over === undefined ? changesOf(state, event) : { ...over, ...changesOf({ ...state, ...over }, event) };
}

/** Calls above a frame that continues have ended; undefined if there are none. */
function closeCallsAbove(state: RunState, frame: number): Pick<RunState, 'calls' | 'callStack'> | undefined {
  let { calls, callStack } = state;
  let top = callStack.at(callStack.size - 1);
  if (top === frame || ![...callStack].includes(frame)) return undefined;
  while (top !== undefined && top !== frame) {
    const call = calls.get(top);
    if (call === undefined) return undefined;
    calls = calls.without(top);
    callStack = callStack.without(call.stackedSince);
    top = callStack.at(callStack.size - 1);
  }
  return { calls, callStack };
}

function changesOf(state: RunState, event: FrameEvent | FollowingEndedEvent | ThinnedEvent): Partial<RunState> {
  switch (event.kind) {
    case 'frame-created': {
      const { frame: id, function: name, type, line, task, iteration } = event;
      if (!isSuspendable(type)) {
        const call: CallState = { id, function: name, type, line, task, iteration, stackedSince: event.seq };
        return { calls: state.calls.with(id, call), callStack: state.callStack.with(event.seq, id) };
      }
      const created: FrameState = {
        id,
        function: name,
        type,
        status: 'created',
        line,
        caller: null,
        delegate: null,
        task,
        stackedSince: null,
      };
      return { frames: state.frames.with(id, created) };
    }
    case 'frame-resumed': {
      const { seq, frame, line, by: caller, task } = event;
      const change = { status: 'running', line, caller, task, stackedSince: seq } as const;
      const { stack, callStack } = offStack(state, frame);
      return {
        ...changeFrame(state, frame, change),
        stack: stack.with(seq, frame),
        callStack: callStack.with(seq, frame),
        tasks: withRootFrame(state, event),
      };
    }
    case 'frame-suspended': {
      const inner = findFrame(state, state.justSuspended);
      const delegate = event.delegates && inner?.caller === event.frame ? inner.id : null;
      return {
        justSuspended: event.frame,
        ...changeFrame(state, event.frame, { status: 'suspended', line: event.line, delegate, stackedSince: null }),
        ...offStack(state, event.frame),
      };
    }
    case 'frame-left': {
      const call = state.calls.get(event.frame);
      if (call !== undefined) {
        return { calls: state.calls.without(event.frame), callStack: state.callStack.without(call.stackedSince) };
      }
      return {
        ...changeFrame(state, event.frame, { status: 'closed', line: event.line, delegate: null, stackedSince: null }),
        ...offStack(state, event.frame),
      };
    }
    case 'line': {
      const { frame, line } = event;
      const call = state.calls.get(frame);
      return call === undefined
        ? changeFrame(state, frame, { line })
        : { calls: state.calls.with(frame, { ...call, line }) };
    }
    case 'following-ended':
      return event.of === 'functions' && event.function === undefined
        ? { calls: PersistentMap.empty(), callStack: state.stack }
        : {};
    case 'thinned':
      // Nothing is known about what frames do from here on.
      return event.what === 'frames' && event.count === undefined ? noFrames : {};
  }
}

const noFrames: Partial<RunState> = {
  frames: PersistentMap.empty(),
  stack: PersistentMap.empty(),
  calls: PersistentMap.empty(),
  callStack: PersistentMap.empty(),
};

function changeFrame(state: RunState, id: number, change: Partial<FrameState>): Partial<RunState> {
  const frame = findFrame(state, id);
  if (frame === undefined) return {};
  const changed = { ...frame, ...change };
  if (changed.status === 'closed')
    return { frames: state.frames.without(id), closedFrames: state.closedFrames.with(id, changed) };
  return { frames: state.frames.with(id, changed), closedFrames: state.closedFrames.without(id) };
}

/** Takes a frame off the stack, wherever it is in it, in a time that does not depend on the depth. */
function offStack(state: RunState, id: number): Pick<RunState, 'stack' | 'callStack'> {
  const since = findFrame(state, id)?.stackedSince ?? -1;
  return { stack: state.stack.without(since), callStack: state.callStack.without(since) };
}

/** The first frame that is entered in a task is its own coroutine; frames beneath that of an eager task belong to another task. */
function withRootFrame(state: RunState, event: Extract<FrameEvent, { kind: 'frame-resumed' }>): RunState['tasks'] {
  const isFirst = event.by === null || findFrame(state, event.by)?.task !== event.task;
  const task = isFirst ? state.tasks.get(event.task ?? 0) : undefined;
  if (task === undefined || task.rootFrame !== null) return state.tasks;
  return state.tasks.with(task.id, { ...task, rootFrame: event.frame });
}
