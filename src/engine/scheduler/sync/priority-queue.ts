/* A binary heap that follows Python's `heapq` step by step, so that equal items come out in the same order. */
import { nameValue } from '../name-value.ts';
import { Queue, type Items } from './queue.ts';

/**
 * asyncio's PriorityQueue: the smallest item first. Arrays are compared as Python's tuples: element by element.
 *
 * @see asyncio.queues.PriorityQueue
 */
export class PriorityQueue<T> extends Queue<T> {
  /** @internal */
  override _makeItems(): Items {
    return new Heap();
  }

  override _kind(): string {
    return 'PriorityQueue';
  }
}

class Heap implements Items {
  count = 0;
  readonly _list: unknown[] = [];

  push(item: unknown): void {
    this.count = this._list.push(item);
    this.#moveUp(0, this.count - 1);
  }

  shift(): unknown {
    const items = this._list;
    const last = items.pop();
    if (items.length === 0) return last;
    const first = items[0];
    items[0] = last;
    this.#moveToLeaf();
    return first;
  }

  /** `heapq._siftdown`: moves the item at `from` toward `top` past greater ones. */
  #moveUp(top: number, from: number): void {
    const items = this._list;
    const item = items[from];
    let hole = from;
    while (hole > top) {
      const parent = (hole - 1) >> 1;
      if (!isLess(item, items[parent])) break;
      items[hole] = items[parent];
      hole = parent;
    }
    items[hole] = item;
  }

  /** `heapq._siftup`: the smaller children move up until the hole is a leaf, from where the first item finds its place. */
  #moveToLeaf(): void {
    const items = this._list;
    const item = items[0];
    let hole = 0;
    for (let child = 1; child < items.length; child = hole * 2 + 1) {
      const right = child + 1;
      if (right < items.length && !isLess(items[child], items[right])) child = right;
      items[hole] = items[child];
      hole = child;
    }
    items[hole] = item;
    this.#moveUp(0, hole);
  }
}

/** Python's `<`. @throws TypeError for values that have no order. */
function isLess(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const at = a.findIndex((element, i) => i >= b.length || !isEqual(element, b[i]));
    return at === -1 ? a.length < b.length : at < b.length && isLess(a[at], b[at]);
  }
  const [x, y] = [orderOf(a), orderOf(b)];
  if (x === undefined || typeof x !== typeof y) {
    throw new TypeError(`Expected items that can be compared, but got ${nameValue(a)} and ${nameValue(b)}.`);
  }
  return x < (y as typeof x);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((element, i) => isEqual(element, b[i]));
}

/** The value that is compared: the value itself, or for objects such as dates their primitive value. */
function orderOf(value: unknown): number | string | bigint | boolean | undefined {
  const primitive: unknown = typeof value === 'object' && value !== null ? value.valueOf() : value;
  switch (typeof primitive) {
    case 'number':
    case 'string':
    case 'bigint':
    case 'boolean':
      return primitive;
    default:
      return undefined;
  }
}
