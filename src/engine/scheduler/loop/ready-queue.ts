/*
 * What runs next, first in, first out: a ring in which a task whose step is due takes one place, and a call `target._run(argument)`
 * takes two, its argument first.
 *
 * No place says which of the two it begins. A task that is ready is pending; the argument of a call is undefined, an error, or a
 * future that is done. So nothing is made to schedule either, and a task costs one place, which matters with a million of them.
 * The two arrays of a textbook loop, swapped at every iteration, cost three times as much. The items of a `Queue` are in such a ring, too.
 *
 * The end of an iteration must be a count, never a position: the ring may be moved in the middle of one.
 */

import type { Suspension } from '../tasks/coroutine.ts';

/** @internal What can be called from the ready queue. */
export interface Runnable {
  _run(argument: unknown): void;
}

/** @internal A task, which is ready as long as it is pending: `_state` is 0. */
export interface Stepping extends Runnable {
  readonly _state: number;
  /** Gives how the task stopped, if not by waiting or giving way. */
  _step(): Stop | undefined;
}

/** @internal The result of a step. */
export type Stop = IteratorResult<Suspension, unknown>;

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
  /** How many steps and calls there are for the next iteration. */
  declare count: number;
  /** How many are left of the present one. The code that takes one out subtracts it, because a call leaves by two `shift`s. */
  declare _todo: number;
  declare _ring: unknown[];
  declare _head: number;
  declare _tail: number;
  /** Length of the ring - 1; the length is a power of two. */
  declare _mask: number;

  /** `places` is a power of two. */
  constructor(places = 32) {
    this.count = this._todo = this._head = this._tail = 0;
    this._ring = new Array<unknown>(places).fill(undefined);
    this._mask = places - 1;
  }

  /** An iteration begins: it runs what there is now. */
  _begin(): void {
    this._todo += this.count;
    this.count = 0;
  }

  _isEmpty(): boolean {
    return this._head === this._tail;
  }

  /** Adds a step of a task, or the first half of a call. */
  push(task: unknown): void {
    const tail = this._tail;
    this._ring[tail] = task;
    this.count++;
    if ((this._tail = (tail + 1) & this._mask) === this._head) this._grow();
  }

  /** Adds `target._run(argument)`. */
  call(target: Runnable, argument: unknown): void {
    this.push(argument);
    this.push(target);
    this.count--;
  }

  /** Takes out a task, or the argument of a call and then its target. */
  shift(): unknown {
    const ring = this._ring;
    const head = this._head;
    const first = ring[head];
    // What has run must not be kept alive by the ring.
    ring[head] = undefined;
    this._head = (head + 1) & this._mask;
    return first;
  }

  /** Each entry keeps its place in the first or the second half. V8 copies and fills much faster than a loop, above all before it is compiled. */
  _grow(): void {
    const old = this._ring;
    this._tail = this._head + old.length;
    this._ring = old.concat(old).fill(undefined, 0, this._head).fill(undefined, this._tail);
    // A large array is old at once: what it points to would stay alive until the whole heap is collected.
    old.fill(undefined);
    this._mask = this._ring.length - 1;
  }
}
