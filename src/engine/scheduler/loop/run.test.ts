import { describe, expect, it, vi } from 'vitest';
import {
  CancelledError,
  createTask,
  currentTask,
  DeadlockError,
  Event,
  EventLimitError,
  EventLoop,
  gather,
  getRunningLoop,
  IterationLimitError,
  Lock,
  run,
  RuntimeError,
  sleep,
  TaskGroup,
  asyncWith,
  type Coroutine,
  type ExceptionContext,
} from '../index.ts';

function* forever(log?: string[], name = 'task'): Coroutine<void> {
  try {
    yield* new Event().wait();
  } finally {
    log?.push(`${name} ends`);
  }
}

function* endless(): Coroutine<never> {
  for (;;) yield* sleep(0);
}

function* waitsFor(task: () => unknown): Coroutine<unknown> {
  return yield* task() as Coroutine<unknown>;
}

/** Refuses to be canceled, and continues waiting. */
function* stubborn(event: Event, log: string[]): Coroutine<void> {
  try {
    yield* event.wait();
  } catch {
    log.push('refused');
    yield* event.wait();
    log.push('woken');
  }
}

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Expected an error, but got none.');
}

describe('run', () => {
  it('returns what the coroutine returns, or throws what it throws', () => {
    const error = new Error('raised');
    expect(run(sleep(1, 'slept'))).toBe('slept');
    expect(
      caught(() =>
        run(
          (function* () {
            yield* sleep(1);
            throw error;
          })(),
        ),
      ),
    ).toBe(error);
  });

  it('takes any awaitable', () => {
    expect(run({ [Symbol.iterator]: () => sleep(1, 'own')[Symbol.iterator]() })).toBe('own');
  });

  it('counts tasks from 1 in every run', () => {
    const names = (): string[] =>
      run(
        (function* (): Coroutine<string[]> {
          const first = createTask(sleep(0));
          const named = createTask(sleep(0), { name: 'named' });
          const second = createTask(sleep(0));
          return [currentTask(), first, named, second].map((task) => String(task?.getName()));
        })(),
      );
    expect(names()).toEqual(['Task-1', 'Task-2', 'named', 'Task-3']);
    expect(names()).toEqual(['Task-1', 'Task-2', 'named', 'Task-3']);
  });

  it('is refused inside a run, and does not disturb it', () => {
    const main = function* (): Coroutine<unknown> {
      const refusal = caught(() => run(sleep(1)));
      yield* sleep(1);
      return refusal;
    };
    expect(run(main())).toEqual(new RuntimeError('run() cannot be called from a running event loop'));
  });

  it('leaves no running loop behind', () => {
    run(sleep(1));
    expect(caught(() => getRunningLoop())).toEqual(
      new RuntimeError('Expected a running event loop, but there is none. Call this from a coroutine or a callback.'),
    );
  });
});

describe('the end of a run', () => {
  it('cancels the tasks that are left, in the order in which they were made, and waits for them', () => {
    const log: string[] = [];
    run(
      (function* () {
        for (const name of ['a', 'b', 'c']) createTask(forever(log, name));
        yield* sleep(0);
        log.push('main ends');
      })(),
    );
    expect(log).toEqual(['main ends', 'a ends', 'b ends', 'c ends']);
  });

  it('does so after a failure, too', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<never> {
      createTask(forever(log));
      yield* sleep(0);
      throw new Error('main failed');
    };
    expect(() => run(main())).toThrow('main failed');
    expect(log).toEqual(['task ends']);
  });

  it('lets time pass while tasks still have something to do', () => {
    const log: string[] = [];
    run(
      (function* () {
        const slow = function* (): Coroutine<void> {
          try {
            yield* sleep(100);
          } finally {
            yield* sleep(5);
            log.push(`cleaned up at ${getRunningLoop().time()}`);
          }
        };
        createTask(slow());
        yield* sleep(1);
      })(),
    );
    expect(log).toEqual(['cleaned up at 6']);
  });

  it('reports what tasks raise when they are cancelled, and does not wait for tasks made then', () => {
    const reports: ExceptionContext[] = [];
    const log: string[] = [];
    const error = new Error('in finally');
    run(
      (function* () {
        const bad = function* (): Coroutine<void> {
          try {
            yield* sleep(100);
          } finally {
            createTask(forever(log, 'late task'));
            throw error;
          }
        };
        createTask(bad());
        yield* sleep(0);
      })(),
      { exceptionHandler: (_, context) => reports.push(context) },
    );
    expect(reports.map(({ message }) => message)).toEqual([
      'unhandled exception during shutdown of the run',
      'Task was destroyed but it is pending!',
    ]);
    expect(reports[0]).toMatchObject({ exception: error });
    expect(log).toEqual([]);
  });

  it('gives callbacks four more iterations', () => {
    const log: number[] = [];
    run(
      (function* () {
        const loop = getRunningLoop();
        const again = (): void => {
          log.push(loop._iteration);
          loop.callSoon(again);
        };
        loop.callSoon(again);
        yield* sleep(0);
      })(),
    );
    expect(log).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('reports failures that nobody has retrieved, tasks before futures, each in order of creation', () => {
    const reports: string[] = [];
    run(
      (function* () {
        const future = getRunningLoop().createFuture();
        const fail = function* (message: string): Coroutine<never> {
          throw new Error(message);
        };
        future.setException(new Error('future'));
        createTask(fail('first'));
        const seen = createTask(fail('seen'));
        createTask(fail('second'));
        yield* sleep(1);
        expect(seen.exception()).toEqual(new Error('seen'));
      })(),
      { exceptionHandler: (_, { message, exception }) => reports.push(`${message}: ${(exception as Error).message}`) },
    );
    expect(reports).toEqual([
      'Task exception was never retrieved: first',
      'Task exception was never retrieved: second',
      'Future exception was never retrieved: future',
    ]);
  });

  it('prints them if there is no handler', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    run(
      (function* () {
        getRunningLoop().createFuture().setException('text');
        yield* sleep(0);
      })(),
    );
    expect(print).toHaveBeenCalledExactlyOnceWith('Future exception was never retrieved', 'text');
    print.mockRestore();
  });
});

describe('a deadlock', () => {
  it('is an error that says who waits for what, with tasks below the tasks that wait for them', () => {
    const lock = new Lock();
    const main = function* (): Coroutine<void> {
      yield* lock.acquire();
      const first = createTask(lock.acquire(), { name: 'first' });
      const second = createTask(
        waitsFor(() => gather([first])),
        { name: 'second' },
      );
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(forever(), { name: 'child' });
        yield* second;
      });
    };
    const error = caught(() => run(main(), { exceptionHandler: () => {} })) as DeadlockError;
    expect(error).toBeInstanceOf(DeadlockError);
    expect(error.message).toBe(
      'Expected something to be ready or a timer to be set, but every task waits.\n' +
        'Task-1 waits for second\n  second waits for gather\n    first (acquire) waits for Lock\n  child waits for Event',
    );
    expect(error.waiting.map(({ name, on }) => [name, on.what])).toEqual([
      ['Task-1', 'task'],
      ['first', 'lock'],
      ['second', 'gather'],
      ['child', 'event'],
    ]);
  });

  it('shows a cycle once', () => {
    const main = function* (): Coroutine<unknown> {
      const other = createTask(
        waitsFor(() => currentMain),
        { name: 'other' },
      );
      const currentMain = currentTask();
      return yield* other;
    };
    const reports: string[] = [];
    const error = caught(() => run(main(), { exceptionHandler: (_, { message }) => reports.push(message) }));
    expect((error as DeadlockError).tree).toBe('Task-1 waits for other\n  other waits for Task-1\n    Task-1 again');
    // Such tasks cannot be canceled, so they are given up.
    expect(reports).toEqual(['Task was destroyed but it is pending!', 'Task was destroyed but it is pending!']);
  });

  it('ends a run like any failure: every finally block runs', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      createTask(forever(log));
      yield* forever(log, 'main');
    };
    expect(() => run(main())).toThrow(DeadlockError);
    expect(log).toEqual(['main ends', 'task ends']);
  });

  it('replaces main’s result if a task refuses to be canceled', () => {
    const log: string[] = [];
    const reports: string[] = [];
    const event = new Event();
    const main = function* (): Coroutine<string> {
      createTask(stubborn(event, log), { name: 'stubborn' });
      yield* sleep(0);
      return 'result';
    };
    const error = caught(() => run(main(), { exceptionHandler: (_, { message }) => reports.push(message) }));
    expect((error as DeadlockError).tree).toBe('stubborn waits for Event');
    expect(log).toEqual(['refused']);
    expect(reports).toEqual(['Task was destroyed but it is pending!']);
    // What outlives the run can no longer wake its tasks.
    event.set();
    run(sleep(1));
    expect(log).toEqual(['refused']);
  });

  it('of a loop without tasks says so', () => {
    const loop = new EventLoop();
    const error = caught(() => loop.runUntilComplete(loop.createFuture()));
    expect((error as DeadlockError).message).toBe(
      'Expected something to be ready or a timer to be set, but there is no task.',
    );
  });
});

describe('limits', () => {
  it('stop a program after this many iterations, where it is', () => {
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      try {
        yield* endless();
      } finally {
        log.push('finally');
      }
    };
    const error = caught(() => run(main(), { maxIterations: 100 }));
    expect(error).toEqual(new IterationLimitError(100));
    expect((error as Error).message).toBe(
      'Expected the program to end within 100 iterations of the event loop, but it goes on. A loop around sleep(0) never ends by ' +
        'itself: virtual time does not pass while something is ready.',
    );
    expect(log).toEqual([]);
  });

  it('stop it after this many records, even if it catches the error', () => {
    const seqs: number[] = [];
    const main = function* (): Coroutine<void> {
      for (;;) {
        try {
          createTask(sleep(0));
        } catch {
          yield* sleep(0);
        }
      }
    };
    const error = caught(() => run(main(), { observer: ({ seq }) => seqs.push(seq), maxEvents: 50 }));
    expect(error).toEqual(new EventLimitError(50));
    expect((error as Error).message).toBe('Expected the program to end within 50 recorded events, but it goes on.');
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('leave nothing behind for the next run', () => {
    expect(() => run(endless(), { maxIterations: 10 })).toThrow(IterationLimitError);
    expect(() => getRunningLoop()).toThrow(RuntimeError);
    expect(run(sleep(1, 'fine'))).toBe('fine');
  });

  it('count the iterations of the shutdown, too', () => {
    const main = function* (): Coroutine<void> {
      const refuses = function* (): Coroutine<never> {
        for (;;) {
          try {
            yield* endless();
          } catch (error) {
            if (!(error instanceof CancelledError)) throw error;
          }
        }
      };
      createTask(refuses());
      yield* sleep(0);
    };
    expect(() => run(main(), { maxIterations: 100 })).toThrow(IterationLimitError);
  });
});

describe('what is done between callbacks', () => {
  it('comes before the next one and before the clock moves, and without a cause', () => {
    const log: string[] = [];
    const sleeper = function* (): Coroutine<void> {
      log.push('sleeps');
      try {
        yield* sleep(5);
      } catch (error) {
        log.push(`${(error as Error).name} at ${getRunningLoop().time()}`);
      }
    };
    const main = function* (): Coroutine<void> {
      const task = createTask(sleeper());
      yield* sleep(0);
      getRunningLoop().callSoon(() => log.push('callback'));
      yield* task;
    };
    const causes: (number | null)[] = [];
    let pauses = 0;
    run(main(), {
      between: (loop) => {
        pauses += 1;
        const asleep = loop._tasks().find(({ _id }) => _id === 2);
        if (pauses === 5) {
          log.push(`asked for ${asleep?.getName() ?? 'nobody'}`);
          asleep?.cancel();
        }
        expect(currentTask()).toBeNull();
      },
      observer: (record) => {
        if (record.kind === 'cancel-requested') causes.push(record.task, record.cause);
      },
    });
    expect(log).toEqual(['sleeps', 'asked for Task-2', 'callback', 'CancelledError at 0']);
    expect(causes).toEqual([null, null]);
  });

  it('is done before each callback of an iteration and after its last', () => {
    const readies: number[] = [];
    let pauses = 0;
    run(sleep(1), {
      between: () => (pauses += 1),
      observer: (record) => {
        if (record.kind === 'iteration-begins') readies.push(record.ready);
      },
    });
    expect(pauses).toBe(readies.reduce((sum, ready) => sum + ready + 1, 0));
  });
});
