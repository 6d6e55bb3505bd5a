import type { AwaitableCoroutine } from '../../src/engine/scheduler/index.ts';
import { lower } from './lower.ts';

/** The items of an async iterable, collected with `for await` in the async style, like upstream's `to_list`. */
export function toList(source: { [Symbol.asyncIterator](): unknown }): AwaitableCoroutine<unknown[]> {
  return iterateAll(source) as AwaitableCoroutine<unknown[]>;
}

const iterateAll = lower(`async (source) => {
  const items = [];
  for await (const item of source) items.push(item);
  return items;
}`);
