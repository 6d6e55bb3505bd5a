/*
 * `gather` is a future with children. It is its own callback on each of them, so that a child costs no closure.
 *
 * The first child to fail gives it its error at once, while the others continue; a cancelled child counts as failed with a
 * CancelledError. Cancelling it cancels the children; it ends when all of them have, with a CancelledError as its *exception*.
 */
import { isGenerator, type AwaitableLike, type Coroutine, type ResultOf } from './coroutine.ts';
import { current, runningLoop } from '../loop/current.ts';
import { ensureFutureOn, listAwaitables } from './ensure-future.ts';
import { alreadyAwaited, CancelledError } from '../errors.ts';
import type { Callback, LoopContract, TaskContract } from '../loop/contracts.ts';
import { Future, pending } from './future.ts';
import type { Progress } from '../loop/ready-queue.ts';
import type { WaitTarget } from '../observe/observer.ts';
import type { Task } from './task.ts';

/** Results in the order of the arguments. */
export type Gathered<A extends readonly AwaitableLike<unknown>[]> = { -readonly [K in keyof A]: ResultOf<A[K]> };
/** Results or errors in the order of the arguments. */
export type GatheredOrErrors<A extends readonly AwaitableLike<unknown>[]> = {
  -readonly [K in keyof A]: ResultOf<A[K]> | Error;
};

/**
 * Runs awaitables concurrently; coroutines become tasks, and the same coroutine given twice runs once. The future's result is the
 * list of their results in order; with `returnExceptions`, errors count as results.
 *
 * @throws TypeError if one of them cannot be awaited; RuntimeError outside of a run.
 * @see asyncio.tasks.gather
 */
export function gather<const A extends readonly AwaitableLike<unknown>[]>(
  awaitables: A,
  options?: { readonly returnExceptions?: false | undefined },
): Future<Gathered<A>>;
export function gather<const A extends readonly AwaitableLike<unknown>[]>(
  awaitables: A,
  options: { readonly returnExceptions: boolean },
): Future<GatheredOrErrors<A>>;
export function gather<T>(
  awaitables: Iterable<AwaitableLike<T>>,
  options?: { readonly returnExceptions?: false | undefined },
): Future<T[]>;
export function gather<T>(
  awaitables: Iterable<AwaitableLike<T>>,
  options: { readonly returnExceptions: boolean },
): Future<(T | Error)[]>;
export function gather(
  awaitables: Iterable<AwaitableLike<unknown>>,
  options: { readonly returnExceptions?: boolean | undefined } = {},
): Future {
  const all = listAwaitables(awaitables);
  // Outside a run futures can still be gathered, for a loop that is run later.
  const loop = current.loop ?? all.find((each) => each instanceof Future)?._loop ?? runningLoop();
  return gatherOn(loop, all, options.returnExceptions === true);
}

/** @internal Keeps the array, and writes to it. */
export function gatherOn(loop: LoopContract, awaitables: AwaitableLike<unknown>[], returnExceptions: boolean): Future {
  const outer = new Gathering(loop, awaitables, returnExceptions);
  outer._begin();
  if (awaitables.length === 0) outer.setResult([]);
  return outer;
}

/**
 * @internal Whether a `gather` made the task; such a task is not reported if it is left pending.
 * @see asyncio.tasks.gather, `_log_destroy_pending`
 */
export function isMadeByGather(task: Task): boolean {
  return task._callbackList().some((callback) => callback instanceof Gathering && task._id > callback._tasksBefore);
}

class Gathering extends Future implements Callback {
  /**
   * The arguments at first: `_begin` replaces each by a future, and `_finish` replaces that by an outcome. With 100,000 of them
   * another array is large, old at once, and keeps what it points to alive until the whole heap is collected.
   */
  declare readonly _children: Future[];
  declare readonly _returnExceptions: boolean;
  declare readonly _awaiter: TaskContract | null;
  /** How many tasks there were before it made its own. */
  declare readonly _tasksBefore: number;
  declare _missing: number;
  /** How many different children it has. */
  declare _count: number;
  declare _cancelRequested: boolean;
  declare _begun: boolean;

  constructor(loop: LoopContract, awaitables: AwaitableLike<unknown>[], returnExceptions: boolean) {
    super(loop);
    this._children = awaitables as unknown[] as Future[];
    this._returnExceptions = returnExceptions;
    this._awaiter = current.task;
    this._tasksBefore = loop._taskCount;
    this._missing = 0;
    this._count = 0;
    this._cancelRequested = false;
    this._begun = false;
  }

  _begin(): void {
    const done: Future[] = [];
    const loop = this._loop;
    const children = this._children;
    // What was started for each argument. A generator is marked with its task, so it needs no hash table.
    const others = new Map<unknown, Future>();
    for (let i = 0; i < children.length; i++) {
      const awaitable: AwaitableLike<unknown> = children[i] as Future;
      const marked = isGenerator(awaitable) ? (awaitable as Marked) : undefined;
      let child = marked === undefined ? others.get(awaitable) : marked[startedTask];
      if (child === undefined) {
        if (marked !== undefined) child = marked[startedTask] = loop.createTask(marked) as unknown as Task;
        else {
          child = ensureFutureOn(loop, awaitable);
          // The result of `sleep(0)` is a shared object, but means a separate wait each time.
          if (!('_fresh' in awaitable)) others.set(awaitable, child);
        }
        this._missing++;
        this._count++;
        if (child._state === pending) child._append(this);
        else done.push(child);
        // A mark from an earlier `gather` means that the coroutine is used up.
      } else if (marked !== undefined && (child._loop !== loop || child._id <= this._tasksBefore)) {
        throw alreadyAwaited();
      }
      children[i] = child;
    }
    this._begun = true;
    super._number();
    for (const child of done) this._run(child);
  }

  /** Cancels the children; returns whether any of them accepted it. */
  override cancel(message?: unknown): boolean {
    if (this._state !== pending) return false;
    let any = false;
    for (const child of this._children) if (child.cancel(message)) any = true;
    if (any) this._cancelRequested = true;
    return any;
  }

  override _takesCancel(): boolean {
    return super._takesCancel() && this._children.some((child) => child._takesCancel());
  }

  /** A child is done. */
  _run(child: Future): void {
    this._missing--;
    // A wrong argument kept it from beginning, or it is done. Nobody is informed, but the error counts as seen.
    if (!this._begun || this._state !== pending) {
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!this._returnExceptions) {
      const error = child.cancelled() ? child._takeCancelledError() : child.exception();
      if (error !== null) {
        this.setException(error);
        return;
      }
    }
    if (this._missing === 0) this._finish();
  }

  /** All children are done. */
  _finish(): void {
    const children = this._children;
    const last = children.at(-1) as Future;
    for (let i = 0; i < children.length; i++) (children as unknown[])[i] = resultOrError(children[i] as Future);
    if (this._cancelRequested) this.setException(last._takeCancelledError());
    else this.setResult(children);
  }

  override _label(): string {
    return 'gather';
  }

  _progress(): Progress {
    return { left: this._missing - 1, of: this._count };
  }

  /** It counts as created after its children, as in asyncio. */
  override _number(): void {}

  override _target(): WaitTarget {
    return { what: 'gather', id: this._id, label: 'gather' };
  }
}

const startedTask: unique symbol = Symbol('task');
type Marked = Coroutine<unknown> & { [startedTask]?: Task };

function resultOrError(child: Future): unknown {
  if (child.cancelled()) return new CancelledError(child._message);
  return child.exception() ?? child.result();
}
