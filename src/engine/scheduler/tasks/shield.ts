/* A future between a task and what it waits for: canceling the task cancels only this future. */
import type { AwaitableLike } from './coroutine.ts';
import { current } from '../loop/current.ts';
import { ensureFuture } from './ensure-future.ts';
import type { Callback } from '../loop/contracts.ts';
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
  // Represents the task in the await graph. asyncio has this callback too: it counts among what is ready.
  if (task !== null) inner._append({ _awaiter: task, _label: () => 'shield', _run() {} });
  inner._append(outer);
  const whenLeft = {
    shield: (): void => {
      if (inner.done()) return;
      inner._removeCallbacks((callback) => callback === outer);
      inner.removeDoneCallback(reportFailure.shield);
      inner.addDoneCallback(reportFailure.shield);
    },
  };
  outer.addDoneCallback(whenLeft.shield);
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
    return { what: 'shield', id: this._id, label: this._label() };
  }
}

/** The outer future is gone, and nobody is left to see how the inner one ends. The name is what records call it. */
const reportFailure = {
  shield: (future: Future): void => {
    const exception = future.cancelled() ? null : future.exception();
    if (exception === null) return;
    const name = exception instanceof Error ? exception.name : 'error';
    future._loop.callExceptionHandler({ message: `${name} exception in shielded future`, exception, future });
  },
};
