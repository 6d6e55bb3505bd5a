/*
 * What runs next: a ring of pairs (target, argument), first in, first out.
 *
 * A pair is either a task and null, or anything with `_run(argument)`. (Null, because V8 compares with null without having to
 * learn first what it compares.) Callback and argument lie side by side so that no
 * object is made to schedule one; the two arrays of a textbook loop, swapped at every iteration, cost three times as much.
 *
 * The end of an iteration must be a count, never a position: `push` may move the ring in the middle of one.
 */

/** @internal Anything but a task's step that can be put on the ready queue. */
export interface Runnable {
  _run(argument: unknown): void;
}

/** @internal What is on the ready queue with the argument null: a task. */
export interface Stepping extends Runnable {
  _step(): void;
}

/** @internal A runnable that records can name. */
export interface Labelled extends Runnable {
  _label(): string;
  /** How far it will be with what it watches once it has run; undefined where it keeps no count. */
  _progress?(): Progress | undefined;
}

/** @internal See the record `callback-runs`. */
export type Progress = { readonly left: number; readonly of?: number };

/** @internal */
export class ReadyQueue {
  declare count: number;
  declare _ring: unknown[];
  declare _head: number;
  /** Length of the ring - 1; the length is a power of two, two places to a pair. */
  declare _mask: number;

  constructor() {
    this.count = 0;
    this._ring = new Array<unknown>(32).fill(undefined);
    this._head = 0;
    this._mask = 31;
  }

  push(target: Runnable, argument: unknown): void {
    if (this.count * 2 > this._mask) this._grow();
    const ring = this._ring;
    const tail = (this._head + this.count++ * 2) & this._mask;
    ring[tail] = target;
    ring[tail + 1] = argument;
  }

  /** The argument of the first pair; `shift` gives its target. */
  firstArgument(): unknown {
    return this._ring[this._head + 1];
  }

  /** Takes the first pair out and gives its target. The queue must not be empty. */
  shift(): Runnable {
    const ring = this._ring;
    const head = this._head;
    const target = ring[head] as Runnable;
    // What has run must not be kept alive by the ring.
    ring[head] = ring[head + 1] = undefined;
    this._head = (head + 2) & this._mask;
    this.count--;
    return target;
  }

  /** Each pair keeps its place in the first or the second half. V8 copies and fills much faster than a loop, above all before it is compiled. */
  _grow(): void {
    const old = this._ring;
    const end = this._head + old.length;
    this._ring = old.concat(old).fill(undefined, 0, this._head).fill(undefined, end);
    // A large array is old at once: what it points to would stay alive until the whole heap is collected.
    old.fill(undefined);
    this._mask = this._ring.length - 1;
  }
}
