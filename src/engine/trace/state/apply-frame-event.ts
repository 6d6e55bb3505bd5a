import type { FrameEvent } from '../event/events.ts';
import type { FrameState, RunState, TaskState } from './run-state.ts';

/**
 * Returns what a frame event changes.
 *
 * A frame is created, then resumed and suspended any number of times, then left. While it is on the stack it is linked to
 * its caller; when it suspends it is unlinked, unless the caller suspends with it because it delegates to it.
 */
export function applyFrameEvent(state: RunState, event: FrameEvent): Partial<RunState> {
  switch (event.kind) {
    case 'frame-created': {
      const { function: name, type, line, task } = event;
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
        stack: [...state.stack.filter((id) => id !== event.frame), event.frame],
        tasks: withRootFrame(state, event),
      };
    }
    case 'frame-suspended': {
      const inner = state.frames.find(({ id }) => id === state.justSuspended);
      const delegate = event.delegates && inner?.caller === event.frame ? inner.id : null;
      return {
        justSuspended: event.frame,
        frames: changeFrame(state, event.frame, { status: 'suspended', line: event.line, delegate }),
        stack: state.stack.filter((id) => id !== event.frame),
      };
    }
    case 'frame-left':
      return {
        frames: changeFrame(state, event.frame, { status: 'closed', line: event.line, delegate: null }),
        stack: state.stack.filter((id) => id !== event.frame),
      };
    case 'line':
      return { frames: changeFrame(state, event.frame, { line: event.line }) };
  }
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
