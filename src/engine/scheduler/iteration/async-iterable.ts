import type { AwaitableLike } from '../tasks/coroutine.ts';

/**
 * An async iterator whose steps this event loop can wait for; async generators in either style are.
 *
 * @see PEP 492, collections.abc.AsyncIterator
 */
export type AnyAsyncIterator<T> = {
  next(): AwaitableLike<IteratorResult<T, unknown>>;
};

/**
 * What `for await` and comprehensions iterate: async generators in either style, `asCompleted`, and your own.
 *
 * @see PEP 492, collections.abc.AsyncIterable
 */
export type AnyAsyncIterable<T> = {
  [Symbol.asyncIterator](): AnyAsyncIterator<T>;
};
