import { describe, expect, it } from 'vitest';
import {
  block,
  CancelledError,
  ContextVar,
  createTask,
  DeadlockError,
  Event,
  IterationLimitError,
  gather,
  getRunningLoop,
  run,
  runRealTime,
  sleep,
  toThread,
  type Coroutine,
  type EventLoop,
  type ExceptionHandler,
  type ObserverRecord,
} from '../index.ts';

/** The log that `program` writes, each entry with the loop's time. */
function logOf(program: (log: (text: string) => void) => Coroutine<void>): string[] {
  const lines: string[] = [];
  run(
    (function* (): Coroutine<void> {
      const loop = getRunningLoop();
      yield* program((text) => lines.push(`${loop.time()} ${text}`));
    })(),
  );
  return lines;
}

describe('toThread', () => {
  it('runs the function when its seconds are over, while other tasks continue', () => {
    const lines = logOf(function* (log) {
      function* beat(): Coroutine<void> {
        for (let n = 0; n < 3; n++) {
          yield* sleep(1);
          log('beat');
        }
      }
      const beats = createTask(beat());
      const add = (a: number, b: number): number => {
        log('adds');
        return a + b;
      };
      log(String(yield* toThread(add, 2.5, 1, 2)));
      yield* beats;
    });
    expect(lines).toEqual(['1 beat', '2 beat', '2.5 adds', '2.5 3', '3 beat']);
  });

  it('raises what the function throws, including undefined', () => {
    const errors: unknown[] = [];
    run(
      (function* (): Coroutine<void> {
        for (const thrown of [new RangeError('no rows'), undefined]) {
          try {
            yield* toThread(() => {
              // eslint-disable-next-line @typescript-eslint/only-throw-error -- programs may
              throw thrown;
            }, 1);
          } catch (error) {
            errors.push(error);
          }
        }
      })(),
    );
    expect(errors).toEqual([new RangeError('no rows'), undefined]);
  });

  it('lets a function that has begun continue after its task was canceled, and waits for it at the end of the run', () => {
    const lines = logOf(function* (log) {
      const task = createTask(toThread(() => log('written'), 3));
      yield* sleep(1);
      task.cancel();
      try {
        yield* task;
      } catch (error) {
        log(error instanceof CancelledError ? 'cancelled' : 'other');
      }
    });
    expect(lines).toEqual(['1 cancelled', '3 written']);
  });

  it('has twelve threads; more calls wait for one, and can be cancelled until they have one', () => {
    const lines = logOf(function* (log) {
      const tasks = Array.from({ length: 15 }, (_, n) => createTask(toThread(() => log(String(n)), 1)));
      yield* sleep(0);
      tasks[13]?.cancel();
      yield* gather(tasks, { returnExceptions: true });
    });
    expect(lines).toEqual([...Array.from({ length: 12 }, (_, n) => `1 ${n}`), '2 12', '2 14']);
  });

  it('begins ten thousand calls that take no time after the calls that hold all threads', () => {
    let count = 0;
    logOf(function* () {
      const long = Array.from({ length: 12 }, () => createTask(toThread(() => {}, 1)));
      const short = Array.from({ length: 10_000 }, () => createTask(toThread(() => count++, 0)));
      yield* gather([...long, ...short] as never[]);
    });
    expect(count).toBe(10_000);
  });

  it('runs the function in a copy of the context, with no loop running', () => {
    const request = new ContextVar<string>('request');
    const seen: string[] = [];
    const look = (): void => {
      seen.push(request.get());
      request.set('changed');
      expect(() => getRunningLoop()).toThrow('Expected a running event loop, but there is none.');
      expect(() => createTask(sleep(1))).toThrow('Expected a running event loop, but there is none.');
      expect(() => {
        block(1);
      }).toThrow('For how long a function holds its thread is the second argument of toThread.');
    };
    run(
      (function* (): Coroutine<void> {
        request.set('a17');
        yield* toThread(look, 1);
        yield* toThread(look, 0);
        seen.push(request.get());
      })(),
    );
    expect(seen).toEqual(['a17', 'a17', 'a17']);
  });

  it('may wake a task from the thread, and is not a deadlock while a call is in progress', () => {
    const lines = logOf(function* (log) {
      const event = new Event();
      createTask(toThread(() => event.set(), 2));
      yield* event.wait();
      log('woken');
    });
    expect(lines).toEqual(['2 woken']);
    const never = function* (): Coroutine<void> {
      yield* toThread(() => {}, 1);
      yield* new Event().wait();
    };
    expect(() => {
      run(never());
    }).toThrow(DeadlockError);
  });

  it('is refused once the run waits for its threads to end, which it does for those that began until then', () => {
    const lines = logOf(function* (log) {
      function* late(): Coroutine<void> {
        for (let call = 1; ; call++) {
          try {
            yield* toThread(() => {
              log(`call ${call}`);
            }, 1);
          } catch (error) {
            log(String(error));
            return;
          }
        }
      }
      createTask(
        (function* () {
          try {
            yield* sleep(9);
          } finally {
            createTask(late());
          }
        })(),
      );
      yield* sleep(0);
    });
    expect(lines).toEqual(['1 call 1', '1 RuntimeError: Executor shutdown has been called']);
  });

  it('is waited for if it is the first of its run and begins in the iteration in which that waits for threads', () => {
    const ends = [0, 1, 2, 3, 4, 5].map((turns) => {
      return logOf(function* (log) {
        function* late(): Coroutine<void> {
          for (let turn = 0; turn < turns; turn++) yield* sleep(0);
          try {
            yield* toThread(() => {}, 0.5);
            log('saved');
          } catch {
            log('refused');
          }
        }
        function* leaves(): Coroutine<void> {
          try {
            yield* sleep(9);
          } finally {
            createTask(late());
          }
        }
        createTask(leaves());
        yield* sleep(0);
      }).join();
    });
    expect(ends).toEqual(['0.5 saved', '0.5 saved', '0.5 saved', '0.5 saved', '0.5 saved', '0 refused']);
  });

  it('goes on to its end after a loop that was stopped before, and what nobody looked at is reported after that', () => {
    const lines: string[] = [];
    let loop: EventLoop | undefined;
    const log = (text: string): void => {
      lines.push(`${loop?.time()} ${text}, ${loop?.isClosed() === true ? 'closed' : 'open'}`);
    };
    const stopped = function* (): Coroutine<void> {
      loop = getRunningLoop();
      createTask(
        (function* (): Coroutine<never> {
          throw new RangeError('lost');
        })(),
      );
      createTask(toThread(log, 2, 'second'));
      createTask(toThread(log, 1, 'first'));
      yield* sleep(0);
      yield* sleep(0);
      loop.stop();
      log('stopped');
    };
    const exceptionHandler: ExceptionHandler = (_, { message }) => {
      log(message);
    };
    expect(() => {
      run(stopped(), { exceptionHandler });
    }).toThrow('Event loop stopped before Future completed.');
    expect(lines).toEqual([
      '0 stopped, open',
      '1 first, closed',
      '2 second, closed',
      '2 Task exception was never retrieved, closed',
    ]);
    expect(run(sleep(0, 'another run'))).toBe('another run');
  });

  it('does not go on after a limit', () => {
    const lines: string[] = [];
    const endless = function* (): Coroutine<void> {
      createTask(toThread(() => lines.push('written'), 1));
      for (;;) yield* sleep(0);
    };
    expect(() => {
      run(endless(), { maxIterations: 9 });
    }).toThrow(IterationLimitError);
    expect(lines).toEqual([]);
  });

  it('takes its seconds in real time, too', async () => {
    const begun = performance.now();
    const result = await runRealTime(toThread((text: string) => text, 0.05, 'done'));
    expect(result).toBe('done');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(45);
  });

  it('is recorded as a task that has a thread and sleeps without a timer', () => {
    const records: ObserverRecord[] = [];
    function save(name: string): string {
      return name;
    }
    run(toThread(save, 2, 'rows'), { observer: (record) => records.push(record) });
    const ofCall = records.filter((record) => 'id' in record && record.id === 2);
    expect(ofCall).toMatchObject([
      { kind: 'task-created', name: 'save', args: ['rows'], thread: 'asyncio_0', time: 0, task: 1 },
      { kind: 'step-begins', time: 0, task: 2 },
      { kind: 'task-waits', time: 0, on: { what: 'sleep', until: 2 } },
      { kind: 'step-begins', time: 2, task: 2 },
      { kind: 'task-ended', time: 2, how: 'returned', value: 'rows' },
    ]);
    expect(records.find(({ kind }) => kind === 'clock-jumped')?.cause).toBe(ofCall[2]?.seq);
    expect(records.some(({ kind }) => kind === 'timer-set')).toBe(false);
  });
});
