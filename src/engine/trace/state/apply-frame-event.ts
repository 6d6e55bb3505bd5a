import type { FollowingEndedEvent, FrameEvent } from '../event/events.ts';
import { isSuspendable } from '../event/plain-frames.ts';
import type { CallState, FrameState, RunState, TaskState } from './run-state.ts';

/**
 * Returns what a frame event changes.
 *
 * A frame is created, then resumed and suspended any number of times, then left. While it is on the stack it is linked to
 * its caller; when it suspends it is unlinked, unless the caller suspends with it because it delegates to it.
 * A frame that cannot suspend is only ever one of the `calls`, and gone when it is left.
 */
export function applyFrameEvent(state: RunState, event: FrameEvent | FollowingEndedEvent): Partial<RunState> {
  switch (event.kind) {
    case 'frame-created': {
      const { function: name, type, line, task, iteration } = event;
      if (!isSuspendable(type)) {
        const call: CallState = { id: event.frame, function: name, type, line, task, iteration };
        return { calls: [...state.calls, call], callStack: [...state.callStack, event.frame] };
      }
      const status = 'created';
      return {
        frames: [
          ...state.frames,
          { id: event.frame, function: name, type, status, line, caller: null, delegate: null, task },
        ],
      };
    }
    case 'frame-resumed': {
      const change = { status: 'running', line: event.line, caller: event.by, task: event.task } as const;
      return {
        frames: changeFrame(state, event.frame, change),
        stack: [...without(state.stack, event.frame), event.frame],
        callStack: [...without(state.callStack, event.frame), event.frame],
        tasks: withRootFrame(state, event),
      };
    }
    case 'frame-suspended': {
      const inner = state.frames.find(({ id }) => id === state.justSuspended);
      const delegate = event.delegates && inner?.caller === event.frame ? inner.id : null;
      return {
        justSuspended: event.frame,
        frames: changeFrame(state, event.frame, { status: 'suspended', line: event.line, delegate }),
        ...offStack(state, event.frame),
      };
    }
    case 'frame-left':
      if (state.calls.some(({ id }) => id === event.frame)) {
        return {
          calls: state.calls.filter(({ id }) => id !== event.frame),
          callStack: without(state.callStack, event.frame),
        };
      }
      return {
        frames: changeFrame(state, event.frame, { status: 'closed', line: event.line, delegate: null }),
        ...offStack(state, event.frame),
      };
    case 'line': {
      const { frame, line } = event;
      return state.calls.some(({ id }) => id === frame)
        ? { calls: state.calls.map((call) => (call.id === frame ? { ...call, line } : call)) }
        : { frames: changeFrame(state, frame, { line }) };
    }
    case 'following-ended':
      return event.of === 'functions' ? { calls: [], callStack: state.stack } : {};
  }
}

const without = (ids: readonly number[], frame: number): readonly number[] => ids.filter((id) => id !== frame);

function offStack({ stack, callStack }: RunState, frame: number): Pick<RunState, 'stack' | 'callStack'> {
  return { stack: without(stack, frame), callStack: without(callStack, frame) };
}

function changeFrame(state: RunState, id: number, change: Partial<FrameState>): readonly FrameState[] {
  return state.frames.map((frame) => (frame.id === id ? { ...frame, ...change } : frame));
}

/** The first frame the loop enters in a task is the task's own coroutine. */
function withRootFrame(state: RunState, event: Extract<FrameEvent, { kind: 'frame-resumed' }>): readonly TaskState[] {
  if (event.by !== null || event.task === null) return state.tasks;
  return state.tasks.map((task) =>
    task.id === event.task && task.rootFrame === null ? { ...task, rootFrame: event.frame } : task,
  );
}
