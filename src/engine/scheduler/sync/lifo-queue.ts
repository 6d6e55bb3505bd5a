import { Queue, type Items } from './queue.ts';

/**
 * asyncio's LifoQueue: last in, first out.
 *
 * @see asyncio.queues.LifoQueue
 */
export class LifoQueue<T> extends Queue<T> {
  /** @internal */
  override _makeItems(): Items<T> {
    return new Stack();
  }

  override _kind(): string {
    return 'LifoQueue';
  }
}

class Stack<T> implements Items<T> {
  readonly _list: T[] = [];

  get count(): number {
    return this._list.length;
  }

  put(item: T): void {
    this._list.push(item);
  }

  get(): T {
    return this._list.pop() as T;
  }
}
