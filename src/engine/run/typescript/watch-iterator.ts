/** A method of an iterator. */
type Method<Given = unknown> = (this: unknown, value: Given) => IteratorResult<unknown>;

/** An iterator of an iterable or an awaitable: the part that the language uses. */
export type AnyIterator = {
  readonly next: Method;
  readonly throw?: Method | null | undefined;
  readonly return?: Method | null | undefined;
};

/** Gets a call whenever control enters an iterator, and what it comes back with. */
export type IteratorWatcher = {
  /** `value` is the argument of `next` or `return`, or the error of `throw`. */
  readonly entering: (how: 'next' | 'throw' | 'return', value: unknown) => void;
  readonly leaving?: (result: IteratorResult<unknown>) => void;
  readonly raising?: (error: unknown) => void;
  /** The iterator does not have the method that was asked for. */
  readonly lacking?: () => void;
};

/**
 * Wraps an iterator for `yield*`, `for…of` and `await`: calls the same methods with the same arguments, returns the same results,
 * and informs the watcher. It has `throw` and `return` exactly if the iterator has them.
 */
export class WatchedIterator {
  readonly #iterator: AnyIterator;
  readonly #next: Method;
  readonly #watcher: IteratorWatcher;

  constructor(iterator: AnyIterator, watcher: IteratorWatcher) {
    this.#iterator = iterator;
    // As in the language: `next` is looked up once, `throw` and `return` when they are needed.
    this.#next = iterator.next;
    this.#watcher = watcher;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(value?: unknown): IteratorResult<unknown> {
    return this.#pass('next', this.#next, value);
  }

  get throw(): Method | undefined {
    return this.#method('throw');
  }

  get return(): Method | undefined {
    return this.#method('return');
  }

  /** A missing method is an entry too, because the language then continues in the delegating frame. */
  #method(how: 'throw' | 'return'): Method | undefined {
    const method = this.#iterator[how];
    if (method !== undefined && method !== null) return (value) => this.#pass(how, method, value);
    this.#watcher.entering(how, undefined);
    this.#watcher.lacking?.();
    return undefined;
  }

  #pass(how: 'next' | 'throw' | 'return', method: Method, value: unknown): IteratorResult<unknown> {
    this.#watcher.entering(how, value);
    let result: IteratorResult<unknown>;
    try {
      result = method.call(this.#iterator, value);
    } catch (error) {
      this.#watcher.raising?.(error);
      throw error;
    }
    this.#watcher.leaving?.(result);
    return result;
  }
}

/**
 * Returns the iterator for a `for…of` or `yield*`.
 *
 * @param text the source of `iterable`
 * @throws {TypeError} in the words of V8 if it cannot be iterated
 */
export function getIterator(iterable: unknown, text: string): AnyIterator {
  const { [Symbol.iterator]: method } = (iterable ?? {}) as { readonly [Symbol.iterator]?: unknown };
  if (typeof method !== 'function') throw new TypeError(`${text} is not iterable`);
  return method.call(iterable) as AnyIterator;
}

/** Iterates one value, so that `yield* yieldOnce(value)` does what `yield value` does. */
export function yieldOnce(value: unknown): AnyIterator {
  let yielded = false;
  return {
    next: (sent) => {
      if (yielded) return { value: sent, done: true };
      yielded = true;
      return { value, done: false };
    },
    throw: (error) => {
      throw error;
    },
    return: (given) => ({ value: given, done: true }),
  };
}

/**
 * Wraps an async iterator whose methods return awaitables: `watch` gets each awaitable and returns the one to await instead. It has
 * `throw` and `return` exactly if the iterator has them.
 */
export function watchAsyncIterator(
  iterator: Readonly<Record<string, unknown>>,
  watch: (awaitable: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const methods = ['next', 'throw', 'return'].flatMap((name) => {
    const method = iterator[name];
    return typeof method === 'function'
      ? [[name, (value: unknown) => watch(method.call(iterator, value))] as const]
      : [];
  });
  return Object.fromEntries(methods);
}
