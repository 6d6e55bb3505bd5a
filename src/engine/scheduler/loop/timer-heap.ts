/*
 * Timers in the order in which they are due: a binary heap by (deadline, order of creation).
 *
 * CPython's heap compares deadlines alone, so that equal deadlines come out in an order that its documentation calls undefined;
 * here it is the order of creation. Deadlines lie in a Float64Array beside the timers, so that a comparison follows no pointer
 * unless two are equal.
 *
 * A cancelled timer stays until it reaches the head, or until more than half of more than 100 timers are cancelled.
 */

/** @internal What the heap needs to know of a timer. */
export interface Timer {
  /** Order of creation. */
  _order: number;
  /** Whether the timer is in the heap. */
  _scheduled: boolean;
  _cancelled: boolean;
}

/** @internal */
export class TimerHeap<T extends Timer> {
  declare size: number;
  /** How many of the timers in the heap were cancelled. */
  declare cancelled: number;
  declare _timers: T[];
  declare _deadlines: Float64Array;
  declare _created: number;

  constructor() {
    this.size = 0;
    this.cancelled = 0;
    this._timers = [];
    this._deadlines = new Float64Array(64);
    this._created = 0;
  }

  push(timer: T, deadline: number): void {
    timer._order = this._created++;
    timer._scheduled = true;
    if (this.size === this._deadlines.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this._deadlines);
      this._deadlines = larger;
    }
    this._siftUp(this.size++, timer, deadline);
  }

  /** The first timer that was not cancelled, or undefined; cancelled ones before it leave the heap. */
  head(): T | undefined {
    while (this.size > 0) {
      const timer = this._timers[0] as T;
      if (!timer._cancelled) return timer;
      this.pop();
      this.cancelled--;
    }
    return undefined;
  }

  /** Takes the first timer out; the heap must not be empty. */
  pop(): T {
    const timers = this._timers;
    const first = timers[0] as T;
    first._scheduled = false;
    const last = timers.pop() as T;
    if (--this.size > 0) this._siftDown(last, this._deadlines[this.size] as number);
    return first;
  }

  /** Forgets the cancelled timers if there are many, then gives `head()`. Nothing outside can tell, as the order is total. */
  _prune(): T | undefined {
    if (this.size > 100 && this.cancelled * 2 > this.size) {
      const timers = this._timers;
      const { size } = this;
      this._timers = [];
      this.size = this.cancelled = 0;
      for (let i = 0; i < size; i++) {
        const timer = timers[i] as T;
        // Reading `_deadlines[i]` is safe: what was kept so far is never more than what was read.
        const deadline = this._deadlines[i] as number;
        if (timer._cancelled) timer._scheduled = false;
        else this._siftUp(this.size++, timer, deadline);
      }
    }
    return this.head();
  }

  _siftUp(from: number, timer: T, deadline: number): void {
    const timers = this._timers;
    const deadlines = this._deadlines;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = deadlines[parent] as number;
      if (above < deadline || (above === deadline && (timers[parent] as T)._order < timer._order)) break;
      deadlines[hole] = above;
      timers[hole] = timers[parent] as T;
      hole = parent;
    }
    deadlines[hole] = deadline;
    timers[hole] = timer;
  }

  _siftDown(timer: T, deadline: number): void {
    const timers = this._timers;
    const deadlines = this._deadlines;
    const { size } = this;
    let hole = 0;
    for (let child = 1; child < size; child = hole * 2 + 1) {
      const right = child + 1;
      if (
        right < size &&
        ((deadlines[right] as number) < (deadlines[child] as number) ||
          (deadlines[right] === deadlines[child] && (timers[right] as T)._order < (timers[child] as T)._order))
      ) {
        child = right;
      }
      const below = deadlines[child] as number;
      if (deadline < below || (deadline === below && timer._order < (timers[child] as T)._order)) break;
      deadlines[hole] = below;
      timers[hole] = timers[child] as T;
      hole = child;
    }
    deadlines[hole] = deadline;
    timers[hole] = timer;
  }
}
