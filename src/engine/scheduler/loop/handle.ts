/*
 * A callback on its way: `callSoon` puts it on the ready queue at once, `callLater` and `callAt` put it into the heap of timers.
 * Cancelled, it stays where it is and is skipped when its turn comes.
 */
// By its public name: in the published types this stands for the class.
import { entered, type ContextContract as Context, type ContextHolder } from '../context/holder.ts';
import { nameValue } from '../name-value.ts';
import type { Labelled, Runnable } from './ready-queue.ts';
import type { Timer } from './timer-heap.ts';

/** @internal A timer as the loop sees it: a `TimerHandle`, or a wait that is its own timer. */
export interface LoopTimer extends Timer, Labelled {
  readonly _when: number;
  _timer: number;
  _seq: number;
}

/**
 * What `callSoon`, `callLater` and `callAt` accept: a function, which runs in a copy of the current context, or a function with a
 * context.
 */
export type ScheduledCallback<A extends unknown[]> =
  ((...args: A) => unknown) | { readonly callback: (...args: A) => unknown; readonly context?: Context | undefined };

/** @internal What a handle needs of its loop. */
interface HandleOwner {
  _contextFor(given: Context | undefined): Context | null;
  _callbackFailed(label: string, exception: unknown): void;
  _timerCancelled(timer: LoopTimer): void;
}

/**
 * A scheduled callback: what `callSoon` returns.
 *
 * @see asyncio.events.Handle
 */
export class Handle implements Runnable, ContextHolder {
  declare readonly _loop: HandleOwner;
  declare readonly _callback: (...args: never[]) => unknown;
  declare readonly _args: readonly unknown[];
  declare _cancelled: boolean;
  declare _context: Context | null;

  /** @internal @throws TypeError if there is no function to call. */
  constructor(loop: HandleOwner, given: ScheduledCallback<never>, args: readonly unknown[]) {
    const { callback = given, context } = Object(given) as Partial<Exclude<typeof given, () => unknown>>;
    if (typeof callback !== 'function') throw new TypeError(`Expected a callback, but got ${nameValue(callback)}.`);
    this._loop = loop;
    this._callback = callback;
    this._args = args;
    this._cancelled = false;
    this._context = loop._contextFor(context);
  }

  /** Keeps the callback from being called, if it has not been. */
  cancel(): void {
    this._cancelled = true;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._cancelled;
  }

  /** @internal */
  _run(): void {
    if (this._cancelled) return;
    const { _inside: inside } = entered;
    entered._inside = this;
    try {
      this._callback(...(this._args as never[]));
    } catch (error) {
      this._loop._callbackFailed(this._label(), error);
    }
    entered._inside = inside;
  }

  /** @internal */
  _label(): string {
    return this._callback.name || 'callback';
  }
}

/**
 * A callback for later: what `callLater` and `callAt` return.
 *
 * @see asyncio.events.TimerHandle
 */
export class TimerHandle extends Handle implements Timer {
  declare readonly _when: number;
  declare _order: number;
  declare _scheduled: boolean;
  /** Number of the timer in records, and the record that set it or made it ready. */
  declare _timer: number;
  declare _seq: number;

  /** @internal */
  constructor(loop: HandleOwner, when: number, given: ScheduledCallback<never>, args: readonly unknown[]) {
    super(loop, given, args);
    this._when = when;
    this._order = 0;
    this._scheduled = false;
    this._timer = 0;
    this._seq = -1;
  }

  /** The loop time it is due at, in seconds. */
  when(): number {
    return this._when;
  }

  /** Keeps the callback from being called, if it has not been: the clock then does not stop at its time. */
  override cancel(): void {
    if (this._cancelled) return;
    super.cancel();
    this._loop._timerCancelled(this);
  }
}
