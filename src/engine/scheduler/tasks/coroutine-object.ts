import type { AwaitableCoroutine, Suspension } from './coroutine.ts';

/** @internal The base class of all coroutines of this package. */
export abstract class CoroutineObject<T> implements AwaitableCoroutine<T> {
  abstract next(value?: unknown): IteratorResult<Suspension, T>;

  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { value, done: true };
  }

  /** Whether it has returned or raised: then it can still be closed, but not resumed. */
  _isOver(): boolean {
    return false;
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** Fails: it is not a promise. It is here so that `await` has the right type in lowered async functions. */
  then<A = T, B = never>(
    _fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    _rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return notAPromise();
  }

  /** @internal Fails in the same words as `then`. */
  catch(): never {
    return notAPromise();
  }

  /** @internal Fails in the same words as `then`. */
  finally(): never {
    return notAPromise();
  }
}

/** @internal `then` of everything awaitable in this package. It is called only if a native `await` got hold of it. */
export function notAPromise(): never {
  throw new TypeError(
    'Expected await or yield* on this event loop, but got then(), which native async code calls as well. Awaitables of ' +
      '@yieldpoint/scheduler are not promises. Instead of .then(next) write the value down first: const value = await ' +
      "work(). Outside of this site compile async functions with TypeScript's target ES2015 and the helpers of " +
      '@yieldpoint/scheduler/lowering, or write generators and yield*.',
  );
}
