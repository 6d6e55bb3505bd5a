import { Queue, type Items } from './queue.ts';

/**
 * asyncio's LifoQueue: last in, first out.
 *
 * @see asyncio.queues.LifoQueue
 */
export class LifoQueue<T> extends Queue<T> {
  /** @internal */
  override _makeItems(): Items {
    return new Stack();
  }

  override _kind(): string {
    return 'LifoQueue';
  }
}

class Stack implements Items {
  count = 0;
  readonly _list: unknown[] = [];

  push(item: unknown): void {
    this.count = this._list.push(item);
  }

  shift(): unknown {
    return this._list.pop();
  }
}
