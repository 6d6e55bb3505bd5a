import type { SyncName, WaitTarget } from '@yieldpoint/scheduler';
import type { ErrorText, FrameType, OutputEvent, SuspendableType } from '../event/events.ts';

/** How a run stands after one of its events: everything the page shows for a step. Ids are those of the trace. */
export type RunState = {
  /** Index of the last event taken in; -1 before the first. */
  readonly seq: number;
  /** Loop time in virtual seconds. */
  readonly clock: number;
  readonly iteration: number;
  /** Ids of the tasks whose steps are under way, innermost last: more than one only while an eager task takes its first step. */
  readonly running: readonly number[];
  /** The callback the loop is running, if it is running one. */
  readonly callback: ReadyCallback | null;
  /** In order of creation. */
  readonly tasks: readonly TaskState[];
  /** What the loop will run next, in that order. */
  readonly ready: readonly ReadyEntry[];
  /** In order of deadline, then of creation; timers that never come are last. */
  readonly timers: readonly TimerState[];
  /** The frames that can suspend, in order of entry. */
  readonly frames: readonly FrameState[];
  /** Ids of those of them that are on the call stack, innermost last. */
  readonly stack: readonly number[];
  /** The plain functions, and the module, that are on the call stack, innermost last. */
  readonly calls: readonly CallState[];
  /** Ids of all on the call stack, `stack` and `calls` together, innermost last: only the last one executes. */
  readonly callStack: readonly number[];
  /** Id of the frame that suspended in the last event: the next one to suspend may delegate to it. */
  readonly justSuspended: number | null;
  /** What has been printed so far. */
  readonly output: readonly OutputEvent[];
};

export type TaskState = {
  readonly id: number;
  readonly name: string;
  readonly coroutine: string;
  /** Id of the task that created it. */
  readonly creator: number | null;
  readonly status: TaskStatus;
  /** Whether it has had its first step. */
  readonly hasStarted: boolean;
  /** Cancel requests not yet withdrawn: `cancelling()`. */
  readonly cancelRequests: number;
  /** The lock, queue, … whose waiters it joined last in its present step. */
  readonly joined: SyncName | null;
  /** The frame of the coroutine itself, once it has been entered. */
  readonly rootFrame: number | null;
};

export type TaskStatus =
  | { readonly kind: 'created' }
  /** Its place is its position in `RunState.ready`. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'running' }
  /** `at` is the lock, queue, … whose waiters it has joined. */
  | { readonly kind: 'waiting'; readonly on: WaitTarget; readonly at: SyncName | null }
  | { readonly kind: 'done'; readonly value: string }
  | { readonly kind: 'failed'; readonly error: ErrorText }
  | { readonly kind: 'cancelled' };

export type ReadyCallback = { readonly kind: 'callback'; readonly handle: number; readonly label: string };

export type ReadyEntry = { readonly kind: 'task'; readonly id: number } | ReadyCallback;

export type TimerState = {
  readonly timer: number;
  /** Deadline in virtual seconds; null: it never comes. */
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
  /** The line it stands on, or last stood on. */
  readonly line: number;
  /** Id of the frame that resumed it last; it is linked to that frame only while both are on the stack. */
  readonly caller: number | null;
  /** Id of the suspended frame it is suspended in (`yield from`, `await`): these two stay linked. */
  readonly delegate: number | null;
  /** Id of the task in which it was resumed last. */
  readonly task: number | null;
};

/** A call of a plain function, or the run of the module itself. */
export type CallState = {
  readonly id: number;
  readonly function: string;
  readonly type: Exclude<FrameType, SuspendableType>;
  /** The line it stands on. */
  readonly line: number;
  /** Id of the task in which it runs. */
  readonly task: number | null;
  /** The loop's iteration in which it was called; 0: before the loop ran, so the loop is none of its callers. */
  readonly iteration: number;
};
