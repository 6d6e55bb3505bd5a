import type { TraceEvent } from '../event/events.ts';
import { applyFrameEvent } from './apply-frame-event.ts';
import type { ReadyEntry, RunState, TaskState, TimerState } from './run-state.ts';

/**
 * Returns the state that follows `state` when `event` happens; `state` stays as it is.
 *
 * A task is in exactly one place: created, in the ready queue, running, waiting, or ended. The rules are those of
 * CPython's `asyncio.base_events` and `asyncio.tasks`; events that change nothing the page shows return the state with a new clock.
 */
export function applyEvent(state: RunState, event: TraceEvent): RunState {
  return {
    ...state,
    justSuspended: null,
    ...changes(state, event),
    seq: event.seq,
    clock: event.time,
    iteration: event.iteration,
  };
}

function changes(state: RunState, event: TraceEvent): Partial<RunState> {
  switch (event.kind) {
    case 'task-created': {
      const task: TaskState = {
        id: event.id,
        name: event.name,
        coroutine: event.coroutine,
        creator: event.task,
        status: { kind: 'created' },
        hasStarted: false,
        cancelRequests: 0,
        joined: null,
        rootFrame: null,
      };
      return { tasks: [...state.tasks, task] };
    }
    case 'task-ready':
      return {
        tasks: changeTask(state, event.id, { status: { kind: 'ready' } }),
        ready: [...state.ready.filter((entry) => !isTask(entry, event.id)), { kind: 'task', id: event.id }],
      };
    case 'step-begins':
      return {
        tasks: changeTask(state, event.id, { status: { kind: 'running' }, hasStarted: true, joined: null }),
        ready: state.ready.filter((entry) => !isTask(entry, event.id)),
        running: [...state.running, event.id],
        callback: null,
      };
    case 'task-waits':
      return {
        tasks: state.tasks.map((task) =>
          task.id === event.id ? { ...task, status: { kind: 'waiting', on: event.on, at: task.joined } } : task,
        ),
        running: state.running.filter((id) => id !== event.id),
      };
    case 'task-ended':
      return {
        tasks: changeTask(state, event.id, {
          status:
            event.how === 'returned'
              ? { kind: 'done', value: event.value }
              : event.how === 'raised'
                ? { kind: 'failed', error: event.error }
                : { kind: 'cancelled' },
        }),
        running: state.running.filter((id) => id !== event.id),
      };
    case 'cancel-requested':
    case 'cancel-withdrawn':
      return { tasks: changeTask(state, event.id, { cancelRequests: event.count }) };
    case 'sync-enqueued':
      return { tasks: changeTask(state, event.id, { joined: event.on }) };
    case 'callback-ready':
      return { ready: [...state.ready, { kind: 'callback', handle: event.handle, label: event.label }] };
    case 'callback-runs':
      return { ready: withoutCallback(state, event.handle), callback: findCallback(state, event.handle) };
    case 'callback-skipped':
      return { ready: withoutCallback(state, event.handle), callback: null };
    case 'timer-set':
      return { timers: [...state.timers, { ...pick(event), task: event.task }].sort(byDeadline) };
    case 'timer-fired':
    case 'timer-cancelled':
      return { timers: state.timers.filter(({ timer }) => timer !== event.timer) };
    case 'iteration-begins':
    case 'clock-jumped':
    case 'deadlock':
      return { callback: null };
    case 'output':
      return { output: [...state.output, event] };
    case 'frame-created':
    case 'frame-resumed':
    case 'frame-suspended':
    case 'frame-left':
    case 'line':
    case 'following-ended':
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
    case 'unretrieved':
    case 'warning':
      return {};
  }
}

function changeTask(state: RunState, id: number, change: Partial<TaskState>): readonly TaskState[] {
  return state.tasks.map((task) => (task.id === id ? { ...task, ...change } : task));
}

const isTask = (entry: ReadyEntry, id: number): boolean => entry.kind === 'task' && entry.id === id;

function findCallback(state: RunState, handle: number): RunState['callback'] {
  return state.ready.find((entry) => entry.kind === 'callback' && entry.handle === handle) as RunState['callback'];
}

function withoutCallback(state: RunState, handle: number): readonly ReadyEntry[] {
  return state.ready.filter((entry) => entry.kind !== 'callback' || entry.handle !== handle);
}

const pick = ({ timer, when, label }: Omit<TimerState, 'task'>): Omit<TimerState, 'task'> => ({ timer, when, label });

function byDeadline(a: TimerState, b: TimerState): number {
  const [left, right] = [a.when ?? Infinity, b.when ?? Infinity];
  return left === right ? a.timer - b.timer : left - right;
}
