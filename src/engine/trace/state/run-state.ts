import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { ErrorText, FrameType, SuspendableType } from '../event/events.ts';
import { PersistentMap } from './persistent-map.ts';

/** The state of a run after one of its events: everything that the page shows for a step. Ids are those of the trace. */
export type RunState = {
  /** The index of the last event that is included; -1 before the first. */
  readonly seq: number;
  /** Loop time in virtual seconds. */
  readonly clock: number;
  readonly iteration: number;
  /**
   * The ids of the tasks whose steps are in progress, innermost last. There is more than one only while an eager task takes its
   * first step.
   */
  readonly running: readonly number[];
  /** The callback that the loop is running, if any. */
  readonly callback: CallbackState | null;
  /** By id, which is their order of creation. */
  readonly tasks: PersistentMap<TaskState>;
  /** The ids of the tasks that wait, by id. */
  readonly waiting: PersistentMap<number>;
  /** What the loop will run next, in that order, by the event that queued it. */
  readonly ready: PersistentMap<ReadyEntry>;
  /** The event that put each callback into the ready queue, by handle. */
  readonly queued: PersistentMap<number>;
  /** The timers that are set, by id. `listTimers` has them in order of deadline. */
  readonly timers: PersistentMap<TimerState>;
  /** The frames that can suspend and are not closed, by id, which is their order of entry. */
  readonly frames: PersistentMap<FrameState>;
  readonly closedFrames: PersistentMap<FrameState>;
  /** Ids of the frames that can suspend and are on the call stack, innermost last: by the event that put each there. */
  readonly stack: PersistentMap<number>;
  /** The plain functions, and the module, that are on the call stack, by id. */
  readonly calls: PersistentMap<CallState>;
  /** The ids of everything on the call stack, `stack` and `calls` together, in the same order: only the last one executes. */
  readonly callStack: PersistentMap<number>;
  /** The id of the frame that suspended in the last event; the next frame to suspend may delegate to it. */
  readonly justSuspended: number | null;
};

/** The state of every run before its first event. */
export const stateBefore: RunState = {
  seq: -1,
  clock: 0,
  iteration: 0,
  running: [],
  callback: null,
  tasks: PersistentMap.empty(),
  waiting: PersistentMap.empty(),
  ready: PersistentMap.empty(),
  queued: PersistentMap.empty(),
  timers: PersistentMap.empty(),
  frames: PersistentMap.empty(),
  closedFrames: PersistentMap.empty(),
  stack: PersistentMap.empty(),
  calls: PersistentMap.empty(),
  callStack: PersistentMap.empty(),
  justSuspended: null,
};

export type TaskState = {
  readonly id: number;
  readonly name: string;
  readonly coroutine: string;
  /** The thread that runs it, if it is a call in a thread rather than a task of the loop. */
  readonly thread?: string;
  /** Id of the task that created it. */
  readonly creator: number | null;
  readonly status: TaskStatus;
  /** The event that put it into the ready queue; null while it is not there. */
  readonly readySince: number | null;
  /** Whether it has had its first step. */
  readonly hasStarted: boolean;
  /** Cancel requests that have not been withdrawn: `cancelling()`. */
  readonly cancelRequests: number;
  /** The lock, queue, … that it last joined as a waiter in its present step. */
  readonly joined: SyncName | null;
  /** The frame of the coroutine itself, once it has been entered. */
  readonly rootFrame: number | null;
};

export type TaskStatus =
  | { readonly kind: 'created' }
  /** Its place in `RunState.ready` is that of `readySince`. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'running' }
  /** `at` is the lock, queue, … that it has joined as a waiter. */
  | { readonly kind: 'waiting'; readonly on: WaitTarget; readonly at: SyncName | null }
  | { readonly kind: 'done'; readonly value: string }
  | { readonly kind: 'failed'; readonly error: ErrorText }
  | { readonly kind: 'cancelled' }
  /** Nothing referred to it any more before it had ended. */
  | { readonly kind: 'destroyed' };

type ReadyCallback = { readonly kind: 'callback'; readonly handle: number; readonly label: string };

/** `since` is the event with which it began to run. */
type CallbackState = ReadyCallback & { readonly since: number };

type ReadyEntry = { readonly kind: 'task'; readonly id: number } | ReadyCallback;

export type TimerState = {
  readonly timer: number;
  /** The deadline in virtual seconds; null if it never comes. */
  readonly when: number | null;
  readonly label: string;
  /** Id of the task that set it. */
  readonly task: number | null;
};

export type FrameState = {
  readonly id: number;
  readonly function: string;
  readonly type: SuspendableType;
  /** `running` frames are on the call stack, though only the innermost executes. The names are those of `inspect.getgeneratorstate`. */
  readonly status: 'created' | 'running' | 'suspended' | 'closed';
  /** The line it is on, or was last on. */
  readonly line: number;
  /** The id of the frame that resumed it last; the two are linked only while both are on the stack. */
  readonly caller: number | null;
  /** The id of the suspended frame that it is suspended in (`yield from`, `await`); these two stay linked. */
  readonly delegate: number | null;
  /** The id of the task in which it was last resumed. */
  readonly task: number | null;
  /** The event that put it on the call stack; null while it is not there. */
  readonly stackedSince: number | null;
};

/** A call of a plain function, or the run of the module itself. */
export type CallState = {
  readonly id: number;
  readonly function: string;
  readonly type: Exclude<FrameType, SuspendableType>;
  /** The line it is on. */
  readonly line: number;
  /** Id of the task in which it runs. */
  readonly task: number | null;
  /** The loop's iteration in which it was called. 0: before the loop ran, so the loop is not one of its callers. */
  readonly iteration: number;
  /** The event that put it on the call stack. */
  readonly stackedSince: number;
};
