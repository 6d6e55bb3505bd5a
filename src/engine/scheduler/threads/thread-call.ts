import type { ContextContract, ContextHolder } from '../context/holder.ts';
import type { LoopContract } from '../loop/contracts.ts';

/**
 * @internal One call of a function in a thread, which is a future in `concurrent.futures`. It runs in a copy of the caller's
 * context.
 */
export class ThreadCall implements ContextHolder {
  readonly work: (...args: never[]) => unknown;
  readonly seconds: number;
  readonly args: readonly unknown[];
  _context: ContextContract | null;
  /** The number of its lane in records, which is that of a task; 0 before it has one. */
  id = 0;
  /** The thread that it runs in, once it has begun. */
  thread: string | undefined;
  /** Loop time at which the function has run, once it has begun. */
  until = Infinity;
  /** For records: where it records until when it holds its thread. */
  seq: number | null = null;
  _outcome: { readonly value: unknown } | { readonly error: unknown } | undefined;
  _isCancelled = false;
  #whenDone: (() => void) | undefined;

  constructor(loop: LoopContract, work: (...args: never[]) => unknown, seconds: number, args: readonly unknown[]) {
    this.work = work;
    this.seconds = seconds;
    this.args = args;
    this._context = loop._contextFor(undefined);
  }

  /** Calls `listener()` when it is done, at once if it already is. */
  _onDone(listener: () => void): void {
    if (this._outcome === undefined) this.#whenDone = listener;
    else listener();
  }

  /** A call that has begun continues, because nothing can stop a thread. */
  cancel(): void {
    if (this.thread !== undefined || this._isCancelled) return;
    this._isCancelled = true;
    this.#whenDone?.();
  }

  _settle(): void {
    this.#whenDone?.();
  }
}
