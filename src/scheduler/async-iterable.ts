import type { AwaitableLike } from './coroutine.ts';

/** An async iterator whose steps this event loop can wait for; async generators in either style are. */
export type AnyAsyncIterator<T> = {
  next(): AwaitableLike<IteratorResult<T, unknown>>;
};

/** What `for await` and comprehensions go over: async generators in either style, `asCompleted`, and your own. */
export type AnyAsyncIterable<T> = {
  [Symbol.asyncIterator](): AnyAsyncIterator<T>;
};
