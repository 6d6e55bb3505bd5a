import { describe, expect, it, vi } from 'vitest';
import {
  block,
  DeadlockError,
  EventLoop,
  Event,
  gather,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  type Coroutine,
} from '../index.ts';

function* trivial(): Coroutine<string> {
  return 'done';
}

/** Runs `body` as main, then lets everything come to rest; returns what was logged. */
function logged(body: (log: (entry: string) => void, loop: EventLoop) => Coroutine<unknown>): string[] {
  const entries: string[] = [];
  run(
    (function* () {
      yield* body((entry) => entries.push(entry), getRunningLoop());
      yield* sleep(1e9);
    })(),
  );
  return entries;
}

describe('one iteration of the loop', () => {
  it('runs what is ready when it begins; what comes meanwhile waits for the next iteration', () => {
    const entries = logged(function* (log, loop) {
      loop.callSoon(() => {
        log(`a in ${loop._iteration}`);
        loop.callSoon(() => {
          log(`c in ${loop._iteration}`);
        });
      });
      loop.callSoon(() => {
        log(`b in ${loop._iteration}`);
      });
      yield* sleep(0);
    });
    expect(entries).toEqual(['a in 2', 'b in 2', 'c in 3']);
  });

  it('runs timers that are due after what is ready; callLater(0) is such a timer', () => {
    const entries = logged(function* (log, loop) {
      loop.callLater(0, log, 'later');
      loop.callAt(-1, log, 'past');
      loop.callSoon(log, 'soon');
      yield* sleep(0);
      log('main');
    });
    expect(entries).toEqual(['soon', 'main', 'past', 'later']);
  });

  it('reaches a deadline by waits for what is left, also where that is lost in the sum', () => {
    const entries = logged(function* (log, loop) {
      const tenths = 0.1 + 0.2; // a little more than 0.3
      yield* sleep(0.3);
      while (loop.time() < tenths) yield* sleep(tenths - loop.time());
      log(`slept in iteration ${loop._iteration}`);
      yield* sleep(0.7);
      while (loop.time() < 1 + 2 ** -52) block(1 + 2 ** -52 - loop.time());
      log(`blocked until ${loop.time()}`);
      loop.callLater(1e-12, () => {
        log(`called at ${loop.time()}`);
      });
      yield* sleep(1);
    });
    expect(entries).toEqual([
      'slept in iteration 5',
      `blocked until ${0.3 + 1e-9 + 0.7}`,
      `called at ${0.3 + 1e-9 + 0.7 + 1e-9}`,
    ]);
  });

  it('calls callbacks with their arguments', () => {
    const entries = logged(function* (log, loop) {
      loop.callSoon(
        (a: number, b: string) => {
          log(`${a} ${b}`);
        },
        1,
        'one',
      );
      loop.callLater(
        1,
        (a: number) => {
          log(`${a} at ${loop.time()}`);
        },
        2,
      );
      yield* sleep(2);
    });
    expect(entries).toEqual(['1 one', '2 at 1']);
  });

  it('skips callbacks that were canceled, including timers', () => {
    const entries = logged(function* (log, loop) {
      const soon = loop.callSoon(log, 'soon');
      const later = loop.callLater(1, log, 'later');
      soon.cancel();
      later.cancel();
      expect([soon.cancelled(), later.cancelled(), later.when()]).toEqual([true, true, 1]);
      yield* sleep(2);
    });
    expect(entries).toEqual([]);
  });

  it('continues after a callback that raises, and passes the error to the exception handler', () => {
    const handler = vi.fn();
    const error = new Error('raised');
    const entries = logged(function* (log, loop) {
      loop.setExceptionHandler(handler);
      loop.callSoon(function explode() {
        throw error;
      });
      loop.callSoon(log, 'next');
      yield* sleep(0);
    });
    expect(entries).toEqual(['next']);
    expect(handler).toHaveBeenCalledExactlyOnceWith(expect.any(EventLoop), {
      message: 'Exception in callback explode',
      exception: error,
    });
  });

  it('prints such an error if there is no handler, and that of a handler that raises itself', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    const error = new Error('raised');
    const loop = new EventLoop();
    loop.callExceptionHandler({ message: 'printed', exception: error });
    loop.setExceptionHandler(() => {
      throw error;
    });
    loop.callExceptionHandler({ message: 'handled' });
    expect(print.mock.calls).toEqual([
      ['printed', error],
      ['Unhandled error in exception handler', error],
    ]);
    print.mockRestore();
  });

  it('is finished before stop takes effect', () => {
    const loop = new EventLoop();
    const log: string[] = [];
    loop.callSoon(() => {
      loop.stop();
    });
    loop.callSoon(() => {
      log.push('same iteration');
      loop.callSoon(() => log.push('next iteration'));
    });
    loop.runForever();
    expect(log).toEqual(['same iteration']);
    loop.stop();
    loop.runForever();
    expect(log).toEqual(['same iteration', 'next iteration']);
  });
});

describe('the clock', () => {
  it('stands still as long as something is ready', () => {
    const times = logged(function* (log, loop) {
      for (let i = 0; i < 1000; i++) yield* sleep(0);
      log(String(loop.time()));
    });
    expect(times).toEqual(['0']);
  });

  it('is assigned the deadline, so that nothing accumulates', () => {
    const times = logged(function* (log, loop) {
      yield* sleep(0.1);
      log(String(loop.time()));
      yield* sleep(0.2);
      log(String(loop.time()));
      loop.callAt(7.7, () => {
        log(String(loop.time()));
      });
      yield* sleep(9);
    });
    expect(times).toEqual(['0.1', '0.30000000000000004', '7.7']);
  });

  it('wakes equal deadlines in the order in which they were set', () => {
    const order: number[] = [];
    function* sleeper(i: number): Coroutine<void> {
      yield* sleep(1);
      order.push(i);
    }
    run(
      (function* () {
        yield* gather(Array.from({ length: 12 }, (_, i) => sleeper(i)));
      })(),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('fires deadlines less than a nanosecond apart in one iteration, at the time of the first', () => {
    const entries = logged(function* (log, loop) {
      const at = (name: string): void => {
        log(`${name} at ${loop.time()} in ${loop._iteration}`);
      };
      loop.callAt(0.3, at, 'a');
      loop.callAt(0.1 + 0.2, at, 'b');
      loop.callAt(0.300001, at, 'c');
      yield* sleep(1);
    });
    expect(entries).toEqual(['a at 0.3 in 2', 'b at 0.3 in 2', 'c at 0.300001 in 3']);
  });

  it('still fires when the time is so large that a nanosecond is lost in it', () => {
    const year = 86_400 * 365;
    const times = logged(function* (log, loop) {
      yield* sleep(year);
      yield* sleep(1);
      log(String(loop.time()));
    });
    expect(times).toEqual([String(year + 1)]);
  });

  it('never reaches infinity: sleeping forever means waiting for nothing', () => {
    const error = caught(() => run(sleep(Infinity)));
    expect(error).toBeInstanceOf(DeadlockError);
    expect((error as DeadlockError).tree).toBe('Task-1 (sleep) waits for sleep(Infinity)');
  });

  it('sleeps ten days in as many iterations as a second', () => {
    const iterations = [864_000, 1].map((delay) => {
      let last = 0;
      run(sleep(delay), { observer: ({ iteration }) => (last = iteration) });
      return last;
    });
    expect(iterations[0]).toBe(iterations[1]);
  });
});

describe('a loop made by hand', () => {
  it('runs until a future or coroutine is complete, again and again', () => {
    const loop = new EventLoop();
    expect(loop.runUntilComplete(trivial())).toBe('done');
    const future = loop.createFuture<number>();
    loop.callLater(5, () => {
      future.setResult(6);
    });
    expect(loop.runUntilComplete(future)).toBe(6);
    expect(loop.time()).toBe(5);
  });

  it('leaves no trace in the future when it is stopped before that is complete', () => {
    const loop = new EventLoop();
    const future = loop.createFuture();
    loop.callSoon(() => {
      loop.stop();
    });
    expect(() => loop.runUntilComplete(future)).toThrow(
      new RuntimeError('Event loop stopped before Future completed.'),
    );
    expect(future._callbackList()).toEqual([]);
  });

  it('does not run inside another one, nor inside itself, nor when it is closed', () => {
    const loop = new EventLoop();
    loop.callSoon(() => {
      expect(() => {
        loop.runForever();
      }).toThrow(new RuntimeError('This event loop is already running'));
      expect(() => {
        new EventLoop().runForever();
      }).toThrow(new RuntimeError('Cannot run the event loop while another loop is running'));
      expect(() => {
        loop.close();
      }).toThrow(new RuntimeError('Cannot close a running event loop'));
      expect(loop.isRunning()).toBe(true);
      loop.stop();
    });
    loop.runForever();
    expect(loop.isRunning()).toBe(false);
    loop.close();
    expect(loop.isClosed()).toBe(true);
    for (const use of [
      () => loop.callSoon(() => {}),
      () => loop.callLater(1, () => {}),
      () => loop.createTask(trivial()),
      () => {
        loop.runForever();
      },
    ]) {
      expect(use).toThrow(new RuntimeError('Event loop is closed'));
    }
  });

  it('is left clean by a deadlock', () => {
    const loop = new EventLoop();
    const event = new Event();
    const task = loop.createTask(event.wait());
    expect(() => loop.runUntilComplete(task)).toThrow(DeadlockError);
    expect(() => getRunningLoop()).toThrow('Expected a running event loop');
    loop.callSoon(() => {
      event.set();
    });
    expect(loop.runUntilComplete(task)).toBe(true);
  });
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Expected an error, but got none.');
}
