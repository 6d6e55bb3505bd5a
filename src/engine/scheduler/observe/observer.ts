/**
 * What a run reports to its observer: one flat, plain record for each scheduling decision, in order.
 *
 * `cause` is the `seq` of the record that scheduled this one (null for what nobody scheduled, such as the main task),
 * so that "who woke whom" never has to be guessed afterwards.
 */
export type ObserverRecord = RecordBase & RecordDetail;

/** Called synchronously with every record. An observer that throws is detached and reported; the run continues. */
export type Observer = (record: ObserverRecord) => void;

/** The fields of every record. Times are virtual seconds; ids count from 1 in order of creation within a run. */
export type RecordBase = {
  /** Position of the record in the run, from 0. */
  readonly seq: number;
  /** Iteration of the event loop, from 1; 0 before the first. */
  readonly iteration: number;
  /** Loop time in seconds. */
  readonly time: number;
  /** Id of the task whose step is running, or null when the loop itself or a callback runs. */
  readonly task: number | null;
  /** `seq` of the record that scheduled this one. */
  readonly cause: number | null;
};

/** What a suspended task waits for. */
export type WaitTarget = {
  /** `tick` is a bare suspension (`sleep(0)`): ready again in the next iteration. */
  readonly what:
    | 'tick'
    | 'sleep'
    | 'future'
    | 'task'
    | 'gather'
    | 'wait'
    | 'shield'
    | 'group'
    | 'lock'
    | 'event'
    | 'condition'
    | 'semaphore'
    | 'barrier'
    | 'queue-get'
    | 'queue-put'
    | 'queue-join';
  /** The id of the future or task waited for, if it has one. */
  readonly id?: number;
  /** Its name on the page: a task's name, `sleep(2)`, `Lock`, … */
  readonly label: string;
  /** Deadline in virtual seconds, for a sleep. */
  readonly until?: number;
  /** The id of the task that holds the lock waited for. */
  readonly holder?: number;
};

/** The name of a synchronization object in records: its class and its number in order of creation within the run. */
export type SyncName = { readonly object: string; readonly id: number };

/**
 * What happened; `kind` determines the other fields. Ids of tasks, futures, timers, handles, groups and generators are counted
 * separately.
 */
export type RecordDetail =
  /** A loop iteration begins: `ready` callbacks will run in this batch (asyncio's `ntodo`), `timers` are scheduled. */
  | { readonly kind: 'iteration-begins'; readonly ready: number; readonly timers: number }
  /** Nothing was ready, so the clock moved to the next deadline (`time` is the new reading); or `task` blocked the loop meanwhile. */
  | { readonly kind: 'clock-jumped'; readonly from: number }
  /** `coroutine` is the function's name. `task` is the creator. */
  | {
      readonly kind: 'task-created';
      readonly id: number;
      readonly name: string;
      readonly coroutine: string;
      readonly eager: boolean;
      /**
       * Of a call in a thread, which is recorded like a task: the thread, or the pool while it waits for a thread. `name` is the
       * function's.
       */
      readonly thread?: string;
      /** The arguments of the call. */
      readonly args?: readonly unknown[];
    }
  /** The loop resumes the task; with `thrown`, by throwing that into it. */
  | { readonly kind: 'step-begins'; readonly id: number; readonly thrown?: unknown }
  /** The task suspends. */
  | { readonly kind: 'task-waits'; readonly id: number; readonly on: WaitTarget }
  /** The task is put at the end of the ready queue. */
  | { readonly kind: 'task-ready'; readonly id: number }
  /** Something (`task`, or a callback) asked the task to stop. `count` is `cancelling()` afterwards. */
  | {
      readonly kind: 'cancel-requested';
      readonly id: number;
      readonly count: number;
      readonly message?: unknown;
      /** Whether the thing that the task waits for accepted the request; otherwise it is thrown at the task's next step. */
      readonly delivery: 'waiter' | 'next-step';
      /** The run is over, and `run` itself cancels the remaining tasks. */
      readonly atEnd?: true;
    }
  | { readonly kind: 'cancel-withdrawn'; readonly id: number; readonly count: number }
  | { readonly kind: 'task-ended'; readonly id: number; readonly how: 'returned'; readonly value: unknown }
  | { readonly kind: 'task-ended'; readonly id: number; readonly how: 'raised' | 'cancelled'; readonly error: unknown }
  | { readonly kind: 'future-created'; readonly future: number; readonly label: string }
  | { readonly kind: 'future-resolved'; readonly future: number; readonly how: 'result'; readonly value: unknown }
  | {
      readonly kind: 'future-resolved';
      readonly future: number;
      readonly how: 'exception' | 'cancelled';
      readonly error: unknown;
    }
  /** A callback that is not a task's step is put at the end of the ready queue. */
  | { readonly kind: 'callback-ready'; readonly handle: number; readonly label: string }
  /**
   * For a callback that watches several futures (`gather`, `wait`, a group): `left` is how many it still watches after this one,
   * and `of` how many there were, if it counts them.
   */
  | { readonly kind: 'callback-runs'; readonly handle: number; readonly left?: number; readonly of?: number }
  | { readonly kind: 'callback-skipped'; readonly handle: number }
  | { readonly kind: 'timer-set'; readonly timer: number; readonly when: number; readonly label: string }
  | { readonly kind: 'timer-fired'; readonly timer: number }
  | { readonly kind: 'timer-cancelled'; readonly timer: number }
  /** A task joins the waiters of a lock, queue, event … (`id` of the task). */
  | { readonly kind: 'sync-enqueued'; readonly on: SyncName; readonly id: number }
  /** The object wakes that waiter. */
  | { readonly kind: 'sync-woken'; readonly on: SyncName; readonly id: number }
  /** A woken waiter found the item or place taken by a task that did not wait, and waits again at the end of the list. */
  | { readonly kind: 'sync-robbed'; readonly on: SyncName; readonly id: number }
  | { readonly kind: 'group-entered'; readonly group: number; readonly id: number }
  | { readonly kind: 'group-aborted'; readonly group: number }
  | { readonly kind: 'group-exited'; readonly group: number }
  | { readonly kind: 'async-generator-opened'; readonly generator: number; readonly label: string }
  | { readonly kind: 'async-generator-closed'; readonly generator: number }
  /** Nothing is ready and no timer is set. `waiting` lists each task and what it waits for. */
  | { readonly kind: 'deadlock'; readonly waiting: readonly { readonly id: number; readonly on: WaitTarget }[] }
  /** At the end of the run: a failed future whose exception was never retrieved, or a task that is still pending. */
  | { readonly kind: 'unretrieved'; readonly future?: number; readonly id?: number; readonly error: unknown };
