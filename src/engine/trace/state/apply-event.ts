import type { TraceEvent } from '../event/events.ts';
import { applyFrameEvent } from './apply-frame-event.ts';
import { hasEnded } from './has-ended.ts';
import { isDestroyed } from './is-destroyed.ts';
import { isInCallback } from './read-state.ts';
import type { RunState, TaskState } from './run-state.ts';

/**
 * Returns the state that follows `state` when `event` happens; `state` itself does not change.
 *
 * A task is in exactly one place: created, in the ready queue, running, waiting, or ended. The rules are those of CPython's
 * `asyncio.base_events` and `asyncio.tasks`; an event that changes nothing visible returns the state with a new clock.
 */
export function applyEvent(state: RunState, event: TraceEvent): RunState {
  return {
    ...state,
    justSuspended: null,
    callback: isOutside(event) ? null : state.callback,
    ...changes(state, event),
    seq: event.seq,
    clock: event.time,
    iteration: event.iteration,
  };
}

/** Whether nothing runs in the loop: an iteration is about to begin, or the loop has been left and the program itself continues. */
function isOutside({ kind, task, cause }: TraceEvent): boolean {
  return task === null && cause === null && kind !== 'thinned' && kind !== 'following-ended';
}

function changes(state: RunState, event: TraceEvent): Partial<RunState> {
  switch (event.kind) {
    case 'task-created': {
      const task: TaskState = {
        id: event.id,
        name: event.name,
        coroutine: event.coroutine,
        ...(event.thread === undefined ? {} : { thread: event.thread }),
        creator: event.task,
        status: { kind: 'created' },
        readySince: null,
        hasStarted: false,
        cancelRequests: 0,
        joined: null,
        rootFrame: null,
      };
      return { tasks: state.tasks.with(task.id, task) };
    }
    case 'task-ready':
      return {
        ...changeTask(state, event.id, { status: { kind: 'ready' }, readySince: event.seq }),
        ready: withoutTask(state, event.id).with(event.seq, { kind: 'task', id: event.id }),
      };
    case 'step-begins':
      return {
        ...changeTask(state, event.id, {
          status: { kind: 'running' },
          readySince: null,
          hasStarted: true,
          joined: null,
        }),
        ready: withoutTask(state, event.id),
        running: [...state.running, event.id],
        callback: null,
      };
    case 'task-waits': {
      const at = state.tasks.get(event.id)?.joined ?? null;
      return {
        ...changeTask(state, event.id, { status: { kind: 'waiting', on: event.on, at } }),
        running: state.running.filter((id) => id !== event.id),
      };
    }
    case 'task-ended':
      return {
        ...changeTask(state, event.id, {
          status:
            event.how === 'returned'
              ? { kind: 'done', value: event.value }
              : event.how === 'raised'
                ? { kind: 'failed', error: event.error }
                : { kind: 'cancelled' },
        }),
        running: state.running.filter((id) => id !== event.id),
      };
    case 'unretrieved':
      return isDestroyed(event) && !hasEnded(state.tasks.get(event.id)?.status)
        ? changeTask(state, event.id, { status: { kind: 'destroyed' } })
        : {};
    case 'cancel-requested':
    case 'cancel-withdrawn':
      return changeTask(state, event.id, { cancelRequests: event.count });
    case 'sync-enqueued':
      return changeTask(state, event.id, { joined: event.on });
    case 'callback-ready':
      return {
        ready: state.ready.with(event.seq, { kind: 'callback', handle: event.handle, label: event.label }),
        queued: state.queued.with(event.handle, event.seq),
      };
    case 'callback-runs':
      return { ...withoutCallback(state, event.handle), callback: findCallback(state, event) };
    case 'callback-skipped':
      return { ...withoutCallback(state, event.handle), callback: null };
    case 'timer-set': {
      const { timer, when, label, task } = event;
      return { timers: state.timers.with(timer, { timer, when, label, task }) };
    }
    case 'timer-fired':
    case 'timer-cancelled':
      return { timers: state.timers.without(event.timer) };
    case 'iteration-begins':
    case 'deadlock':
      return { callback: null };
    case 'clock-jumped':
      return isInCallback(state, event) ? {} : { callback: null };
    case 'frame-created':
    case 'frame-resumed':
    case 'frame-suspended':
    case 'frame-left':
    case 'line':
    case 'following-ended':
    case 'thinned':
      return applyFrameEvent(state, event);
    case 'future-created':
    case 'future-resolved':
    case 'sync-woken':
    case 'sync-robbed':
    case 'group-entered':
    case 'group-aborted':
    case 'group-exited':
    case 'async-generator-opened':
    case 'async-generator-closed':
    case 'output':
    case 'warning':
    case 'note':
    case 'input':
      return {};
  }
}

function changeTask(state: RunState, id: number, change: Partial<TaskState>): Partial<RunState> {
  const task = state.tasks.get(id);
  if (task === undefined) return {};
  const changed = { ...task, ...change };
  const tasks = state.tasks.with(id, changed);
  if (changed.status.kind === 'waiting') return { tasks, waiting: state.waiting.with(id, id) };
  return { tasks, waiting: state.waiting.without(id) };
}

function withoutTask(state: RunState, id: number): RunState['ready'] {
  return state.ready.without(state.tasks.get(id)?.readySince ?? -1);
}

function findCallback(
  state: RunState,
  { handle, seq: since }: Extract<TraceEvent, { kind: 'callback-runs' }>,
): RunState['callback'] {
  const entry = state.ready.get(state.queued.get(handle) ?? -1);
  return entry?.kind === 'callback' ? { ...entry, since } : null;
}

function withoutCallback(state: RunState, handle: number): Partial<RunState> {
  return { ready: state.ready.without(state.queued.get(handle) ?? -1), queued: state.queued.without(handle) };
}
