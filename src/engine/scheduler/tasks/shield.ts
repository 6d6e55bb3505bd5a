/* A future between a task and what it waits for: canceling the task cancels only this future. */
import type { AwaitableLike } from './coroutine.ts';
import { current } from '../loop/current.ts';
import { ensureFuture } from './ensure-future.ts';
import type { Callback, TaskContract } from '../loop/contracts.ts';
import { Future } from './future.ts';
import type { WaitTarget } from '../observe/observer.ts';

/**
 * Protects an awaitable from the cancellation of the task that waits for it: the waiting task gets its CancelledError, and the
 * awaitable continues. An error that it raises after that goes to the loop's exception handler.
 *
 * @throws TypeError if it cannot be awaited; RuntimeError outside of a run.
 * @see asyncio.tasks.shield
 */
export function shield<T>(awaitable: AwaitableLike<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = new Shield<T>(inner._loop);
  const { task } = current;
  if (task !== null) inner._append(new AwaitedBy(task));
  inner._append(outer);
  outer._append(new WhenLeft(inner, outer));
  return outer;
}

class Shield<T> extends Future<T> implements Callback {
  /** The shielded one is done. */
  _run(inner: Future): void {
    if (this.cancelled()) return;
    if (inner.cancelled()) {
      this.cancel();
      return;
    }
    const error = inner.exception();
    if (error !== null) this.setException(error);
    else this.setResult(inner.result() as T);
  }

  override _label(): string {
    return 'shield';
  }

  override _target(): WaitTarget {
    return { what: 'shield', id: this._id, label: 'shield' };
  }
}

/** A callback that does one thing. */
abstract class ShieldCallback implements Callback {
  abstract _run(future: Future): void;

  _label(): string {
    return 'shield';
  }
}

/** Represents the task in the await graph. asyncio has this callback too: it counts among what is ready. */
class AwaitedBy extends ShieldCallback {
  readonly #task: TaskContract;

  constructor(task: TaskContract) {
    super();
    this.#task = task;
  }

  get _awaiter(): TaskContract {
    return this.#task;
  }

  override _run(): void {}
}

/** The outer future is done. If the inner one is not, nobody is left to see how it ends. */
class WhenLeft extends ShieldCallback {
  readonly #inner: Future;
  readonly #outer: Callback;

  constructor(inner: Future, outer: Callback) {
    super();
    this.#inner = inner;
    this.#outer = outer;
  }

  override _run(): void {
    const inner = this.#inner;
    if (inner.done()) return;
    inner._removeCallbacks((callback) => callback === this.#outer || callback instanceof ReportFailure);
    inner._append(new ReportFailure());
  }
}

class ReportFailure extends ShieldCallback {
  override _run(future: Future): void {
    if (future.cancelled()) return;
    const exception = future.exception();
    if (exception === null) return;
    const name = exception instanceof Error ? exception.name : 'error';
    future._loop.callExceptionHandler({ message: `${name} exception in shielded future`, exception, future });
  }
}
