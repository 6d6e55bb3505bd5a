/*
 * The same loop, paced by a real clock: between iterations it waits until the next deadline has really come, and then the virtual
 * clock is assigned that deadline. What a program does, and in which order, is the same as in virtual time.
 */
import type { AwaitableLike } from '../tasks/coroutine.ts';
import { CancelledError } from '../errors.ts';
import { resultOfRun, stopWhenDone, type EventLoop } from './event-loop.ts';
import type { Future } from '../tasks/future.ts';
import { lifeOfRun, startLoop, type RunOptions } from './run.ts';

/** Options of `runRealTime`. When the signal is aborted the main task is cancelled, and the promise is rejected with its reason. */
export type RealTimeOptions = Omit<RunOptions, 'continues'> & { readonly signal?: AbortSignal | undefined };

/** After this many milliseconds without waiting the host may run: events are handled, and the signal can be aborted. */
const longestTurn = 12;

/**
 * Runs a coroutine, and every task it makes, with real delays. Returns a promise of the result of `run`.
 *
 * Nothing outside the loop can wake it: as in virtual time, it is a deadlock if nothing is ready and no timer is set.
 */
export async function runRealTime<T>(main: AwaitableLike<T>, options: RealTimeOptions = {}): Promise<T> {
  const { signal } = options;
  signal?.throwIfAborted();
  const loop = startLoop('runRealTime', options);
  const pace = new Pace(loop);
  const life = lifeOfRun(loop, main);
  let phase = life.next();
  const task = phase.value as Future;
  const cancel = (): void => {
    task.cancel();
    pace.goOn();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    while (phase.done !== true) {
      try {
        await pace.complete(phase.value);
      } catch (error) {
        phase = life.throw(error);
        continue;
      }
      phase = life.next();
    }
    return phase.value;
  } catch (error) {
    if (signal?.aborted === true && error instanceof CancelledError) throw signal.reason;
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** Keeps a loop from running faster than real time. */
class Pace {
  readonly #loop: EventLoop;
  readonly #start = performance.now();
  #turnBegan = this.#start;
  #goOn: () => void = () => {};

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  /** Ends the waiting. */
  goOn(): void {
    this.#goOn();
  }

  /** `runUntilComplete`, in real time. */
  async complete<T>(future: Future<T>): Promise<T> {
    const loop = this.#loop;
    future.addDoneCallback(stopWhenDone.run);
    try {
      do {
        await this.#waitUntilDue();
        loop._enter();
        try {
          loop._runOnce();
        } finally {
          loop._leave();
        }
      } while (!loop._stopping);
    } finally {
      loop._stopping = false;
      future.removeDoneCallback(stopWhenDone.run);
    }
    return resultOfRun(future);
  }

  async #waitUntilDue(): Promise<void> {
    const { _ready: ready, _timers: timers } = this.#loop;
    for (;;) {
      const now = performance.now();
      const due = Math.min(timers.head()?._when ?? Infinity, this.#loop._threads?.due() ?? Infinity);
      const left = !ready._isEmpty() || due === Infinity ? 0 : this.#start + due * 1000 - now;
      if (left <= 0 && now - this.#turnBegan < longestTurn) return;
      await this.#pause(Math.max(left, 0));
      this.#turnBegan = performance.now();
      if (left <= 0) return;
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    // Longer timeouts than 2^31 - 1 would end at once.
    const longest = Math.min(milliseconds, 2 ** 31 - 1);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longest);
      this.#goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
