/*
 * Structured concurrency: a block that is left only after every task made in it is done.
 *
 *   entered ──the body is over──▶ exiting ──no task is left──▶ finished
 *      └────── a task raises, or the body does ──▶ aborting: every other task is cancelled, and the parent if it is in the body
 *
 * The group itself cancels the parent, and takes that back on exit, so that the count of requests shows whether something else has
 * also asked the parent to stop. Errors of tasks win over cancellation and come out as one ExceptionGroup.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine, Coroutine, CoroutineLike, Suspension } from './coroutine.ts';
import { current } from '../loop/current.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import { ExceptionGroup } from './exception-group.ts';
import type { Callback, TaskContract, TaskOptions } from '../loop/contracts.ts';
import type { Progress } from '../loop/ready-queue.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { Routine } from './routine.ts';
import { Settled } from './settled.ts';
import type { Task } from './task.ts';
import { notAPromise } from './coroutine-object.ts';
import { Wait } from './wait.ts';

/**
 * asyncio's TaskGroup, for `asyncWith` and `await using`.
 *
 * @see asyncio.taskgroups.TaskGroup
 */
export class TaskGroup implements AsyncContextManager<TaskGroup>, AsyncDisposable, Callback {
  #parent: TaskContract | null = null;
  #entered = false;
  #exiting = false;
  #aborting = false;
  #parentCancelRequested = false;
  readonly #tasks = new Set<Task>();
  readonly #errors: unknown[] = [];
  #completed: GroupWait | null = null;
  /** Number of the group in records. */
  #number = 0;

  /**
   * Makes a task that the group waits for.
   *
   * @throws RuntimeError if the group is not entered, is finished or is shutting down; TypeError if it is not a coroutine object.
   */
  createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
    const refusal = this.#entered
      ? this.#exiting && this.#tasks.size === 0
        ? 'is finished'
        : this.#aborting
          ? 'is shutting down'
          : undefined
      : 'has not been entered';
    if (refusal !== undefined) {
      (coroutine as Partial<Coroutine<unknown>>).return?.(undefined);
      throw new RuntimeError(`TaskGroup ${this.#describe()} ${refusal}`);
    }
    const task = (this.#parent as TaskContract)._loop.createTask(coroutine, options) as unknown as Task<T>;
    // An eager task that is already done is still handled by its callback: a failure must not abort the group from here.
    this.#tasks.add(task);
    task._addCallback(this);
    return task;
  }

  /** Begins: the current task is the parent. @throws RuntimeError outside of a task, and the second time. */
  aenter(): AwaitableCoroutine<this> {
    if (this.#entered) throw new RuntimeError(`TaskGroup ${this.#describe()} has already been entered`);
    const { task } = current;
    if (task === null) throw new RuntimeError(`TaskGroup ${this.#describe()} cannot determine the parent task`);
    this.#parent = task;
    this.#entered = true;
    const recorder = task._loop._recorder;
    if (recorder !== null) {
      this.#number = ++recorder.groups;
      recorder.add({ kind: 'group-entered', group: this.#number, id: task._id });
    }
    return new Settled(this);
  }

  /** Waits for the tasks. @throws ExceptionGroup (awaited) of what they raised; what the body raised. */
  aexit(error: unknown): AwaitableCoroutine<void> {
    return new Routine('TaskGroup', this.#exit(error));
  }

  /** For the type only: `await using` is lowered to `aenter` and `aexit`. */
  [Symbol.asyncDispose](): never {
    return notAPromise();
  }

  *#exit(error: unknown): Coroutine<void> {
    const parent = this.#parent as TaskContract;
    try {
      this.#exiting = true;
      let cancellation = error instanceof CancelledError ? error : null;
      if (error !== undefined && !this.#aborting) this.#abort();
      while (this.#tasks.size > 0) {
        this.#completed ??= new GroupWait(undefined);
        try {
          yield* this.#completed;
        } catch (interruption) {
          if (!(interruption instanceof CancelledError)) throw interruption;
          if (!this.#aborting) {
            cancellation = interruption;
            this.#abort();
          }
        }
        this.#completed = null;
      }
      if (this.#parentCancelRequested && parent.uncancel() === 0) cancellation = null;
      if (cancellation !== null && this.#errors.length === 0) throw cancellation;
      if (error !== undefined && !(error instanceof CancelledError)) this.#errors.push(error);
      if (this.#errors.length > 0) {
        // Something else is canceling the parent, so the request is made again, with the same count.
        if (parent.cancelling() > 0) {
          parent.uncancel();
          parent.cancel();
        }
        throw new ExceptionGroup('unhandled errors in a TaskGroup', this.#errors);
      }
    } finally {
      parent._loop._recorder?.add({ kind: 'group-exited', group: this.#number });
    }
  }

  #abort(): void {
    this.#aborting = true;
    const recorder = (this.#parent as TaskContract)._loop._recorder;
    const before = recorder?.cause ?? null;
    if (recorder) recorder.cause = recorder.add({ kind: 'group-aborted', group: this.#number });
    for (const task of this.#tasks) if (!task.done()) task.cancel();
    if (recorder) recorder.cause = before;
  }

  /** @internal One of the tasks is done. */
  _run(task: Task): void {
    this.#tasks.delete(task);
    if (this.#tasks.size === 0 && this.#completed?._takesCancel()) this.#completed._wake();
    if (task.cancelled()) return;
    const exception = task.exception();
    if (exception === null) return;
    this.#errors.push(exception);
    const parent = this.#parent as TaskContract;
    if (parent.done()) {
      const message = `Task ${task.getName()} has errored out but its parent task ${parent.getName()} is already completed`;
      task._loop.callExceptionHandler({ message, exception, task });
      return;
    }
    if (this.#aborting || this.#parentCancelRequested) return;
    this.#abort();
    this.#parentCancelRequested = true;
    parent.cancel();
  }

  /** @internal */
  get _awaiter(): TaskContract | null {
    return this.#parent;
  }

  /** @internal */
  _label(): string {
    return 'TaskGroup';
  }

  /** @internal */
  _progress(): Progress {
    return { left: Math.max(this.#tasks.size - 1, 0) };
  }

  /** As Python's `repr`. */
  #describe(): string {
    const parts = ['TaskGroup'];
    if (this.#tasks.size > 0) parts.push(`tasks=${this.#tasks.size}`);
    if (this.#errors.length > 0) parts.push(`errors=${this.#errors.length}`);
    if (this.#aborting) parts.push('cancelling');
    else if (this.#entered) parts.push('entered');
    return `<${parts.join(' ')}>`;
  }
}

/** The parent's wait for the last task. */
class GroupWait extends Wait<undefined> {
  override _advance(wasWoken: boolean): IteratorResult<Suspension, undefined> {
    return wasWoken ? this._finish() : this._park();
  }

  override _abandon(): void {}

  override _target(): WaitTarget {
    return { what: 'group', label: 'TaskGroup' };
  }
}
