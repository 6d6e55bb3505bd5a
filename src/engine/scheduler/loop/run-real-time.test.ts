import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CancelledError,
  createTask,
  DeadlockError,
  Event,
  gather,
  getRunningLoop,
  run,
  runRealTime,
  RuntimeError,
  sleep,
  type Coroutine,
} from '../index.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function* logs(log: string[]): Coroutine<string> {
  function* worker(name: string, delay: number): Coroutine<void> {
    yield* sleep(delay);
    log.push(`${name} at ${getRunningLoop().time()} in ${getRunningLoop()._iteration}`);
  }
  yield* gather([worker('a', 2), worker('b', 1), worker('c', 0)]);
  return 'result';
}

describe('runRealTime', () => {
  it('does the same as run', async () => {
    const [virtual, real]: [string[], string[]] = [[], []];
    const promise = runRealTime(logs(real));
    await vi.runAllTimersAsync();
    expect(await promise).toBe(run(logs(virtual)));
    expect(real).toEqual(virtual);
  });

  it('lets delays take their time', async () => {
    const log: string[] = [];
    const promise = runRealTime(logs(log));
    await vi.advanceTimersByTimeAsync(999);
    expect(log).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(log).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toHaveLength(3);
    expect(await promise).toBe('result');
  });

  it('rejects with the error that run would throw', async () => {
    await expect(runRealTime(new Event().wait())).rejects.toBeInstanceOf(DeadlockError);
  });

  it('leaves room for other runs while it waits', async () => {
    const promise = runRealTime(sleep(1, 'real'));
    await vi.advanceTimersByTimeAsync(500);
    expect(run(sleep(9, 'virtual'))).toBe('virtual');
    await vi.advanceTimersByTimeAsync(500);
    expect(await promise).toBe('real');
  });

  it('is refused inside a run', async () => {
    const main = function* (): Coroutine<Promise<unknown>[]> {
      return [runRealTime(sleep(1))];
    };
    await expect(run(main())[0]).rejects.toEqual(
      new RuntimeError('runRealTime() cannot be called from a running event loop'),
    );
  });

  it('lets the host run now and then even if it never waits', async () => {
    let clock = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => clock++);
    const log: string[] = [];
    const main = function* (): Coroutine<void> {
      for (let i = 0; i < 100; i++) yield* sleep(0);
      log.push('main ends');
    };
    setTimeout(() => log.push('host'), 0);
    const promise = runRealTime(main());
    await vi.runAllTimersAsync();
    await promise;
    expect(log).toEqual(['host', 'main ends']);
    now.mockRestore();
  });

  it('cancels main when the signal is aborted, and is rejected with its reason', async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const main = function* (): Coroutine<void> {
      const task = createTask(sleep(50));
      try {
        yield* sleep(100);
      } catch (error) {
        log.push(`${String(error)} at ${getRunningLoop().time()}`);
        throw error;
      } finally {
        log.push(`task done: ${task.done()}`);
      }
    };
    const promise = runRealTime(main(), { signal: controller.signal });
    const outcome = expect(promise).rejects.toThrow('enough');
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(new Error('enough'));
    await vi.runAllTimersAsync();
    await outcome;
    expect(log).toEqual(['CancelledError at 0', 'task done: false']);
  });

  it('does not begin if the signal is aborted already', async () => {
    const reason = new Error('before');
    await expect(runRealTime(sleep(1), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('keeps the outcome of a main task that refuses to be cancelled', async () => {
    const controller = new AbortController();
    const main = function* (): Coroutine<string> {
      try {
        yield* sleep(1);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
      }
      return 'refused';
    };
    const promise = runRealTime(main(), { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(500);
    controller.abort();
    expect(await promise).toBe('refused');
  });
});
