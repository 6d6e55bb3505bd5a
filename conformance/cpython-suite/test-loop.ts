import { expect, it } from 'vitest';
import type { LoopTimer } from '../../src/engine/scheduler/loop/handle.ts';
import { EventLoop, type Coroutine } from '../../src/engine/scheduler/index.ts';

/**
 * The loop of upstream's `TestLoop`, driven from outside. Upstream sends a generator the deadline of every timer in the order in
 * which they are set. Here the deadlines are collected, so that a test compares the whole list: one that is wrong or too many makes
 * it fail.
 */
export class TestLoop extends EventLoop {
  /** Deadlines of all timers so far, in the order in which they were set. */
  readonly deadlines: number[] = [];
  /** Errors that nobody caught. */
  readonly uncaught: unknown[] = [];

  constructor() {
    super();
    this.setExceptionHandler((_loop, { message, exception }) => this.uncaught.push(message, exception));
  }

  override _setTimer(timer: LoopTimer): void {
    super._setTimer(timer);
    this.deadlines.push(timer._when);
  }

  /** How many timers are set and not canceled. */
  get liveTimers(): number {
    return this._timers.size - this._timers.cancelled;
  }

  /** Runs two iterations with a task that does nothing: upstream's `run_briefly`. */
  runBriefly(): void {
    const before = this._iteration;
    this.runUntilComplete(this.createTask(once()));
    expect(this._iteration - before).toBe(2);
  }

  /** Runs until nothing is ready: upstream's `_run_loop`. */
  runWhileReady(): void {
    while (this._ready.count > 0) this.runBriefly();
  }
}

function* once(): Coroutine<void> {}

/** A test that drives a loop from outside. It fails also if there was an error that nobody caught. */
export function loopTest(title: string, body: (loop: TestLoop) => void): void {
  it(title, () => {
    const loop = new TestLoop();
    body(loop);
    expect(loop.uncaught).toEqual([]);
  });
}
