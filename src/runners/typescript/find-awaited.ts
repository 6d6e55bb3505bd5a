/**
 * Returns the iterator that awaiting a value drives, or undefined for a value that `await` hands back as it is: the rule of
 * `@yieldpoint/scheduler/lowering`. Iterators of arrays and other collections have no `throw`.
 */
export function findAwaited(value: unknown): Iterator<unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const method = (value as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (typeof method !== 'function') return undefined;
  const iterator = method.call(value as Iterable<unknown>);
  return typeof iterator.next === 'function' && typeof iterator.throw === 'function' ? iterator : undefined;
}
