import type { AnyIterator } from './watch-iterator.ts';

/**
 * Returns the iterator that awaiting a value drives, or undefined for a value that `await` hands back as it is: the rule of
 * `@yieldpoint/scheduler/lowering`. Iterators of arrays and other collections have no `throw`.
 */
export function findAwaited(value: unknown): AnyIterator | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { [Symbol.iterator]: method } = value as { readonly [Symbol.iterator]?: unknown };
  if (typeof method !== 'function') return undefined;
  const iterator = method.call(value) as Partial<AnyIterator>;
  return typeof iterator.next === 'function' && typeof iterator.throw === 'function'
    ? (iterator as AnyIterator)
    : undefined;
}
