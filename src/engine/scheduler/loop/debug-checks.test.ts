import { describe, expect, it } from 'vitest';
import {
  asyncGenerator,
  createTask,
  Event,
  gather,
  getRunningLoop,
  run,
  sleep,
  waitFor,
  type Coroutine,
} from '../index.ts';
import { __asyncGenerator, __awaiter } from '../lowering.ts';

function debugged(main: () => Coroutine<unknown>): string[] {
  const reports: string[] = [];
  run(main(), { debug: true, exceptionHandler: (_, { message }) => reports.push(message) });
  return reports;
}

describe('a run with debug', () => {
  it('reports coroutines that were never awaited, in the order in which they were made', () => {
    const brew = (): unknown => __awaiter(undefined, undefined, undefined, function* brew() {});
    const reports = debugged(function* () {
      sleep(1);
      sleep(0);
      brew();
      new Event().wait();
      waitFor(sleep(2), 3);
      yield* sleep(0);
    });
    expect(reports).toEqual(
      ['sleep', 'sleep', 'brew', 'wait', 'sleep', 'waitFor'].map((name) => `coroutine '${name}' was never awaited`),
    );
  });

  it('reports none that were', () => {
    const reports = debugged(function* () {
      const event = new Event();
      createTask(event.wait());
      event.set();
      yield* gather([sleep(1), sleep(0), waitFor(sleep(1), 2)]);
      yield* __awaiter(undefined, undefined, undefined, function* () {
        yield __awaiter(undefined, undefined, undefined, function* () {});
      }) as Coroutine<void>;
    });
    expect(reports).toEqual([]);
  });

  it('reports none that were cancelled or closed before they began', () => {
    const make = (): Coroutine<unknown>[] => [
      sleep(1),
      sleep(0, 'x'),
      new Event().wait(),
      waitFor(getRunningLoop().createFuture(), null),
      __awaiter(undefined, undefined, undefined, function* () {}),
    ];
    const reports = debugged(function* () {
      for (const coroutine of make()) createTask(coroutine).cancel();
      for (const coroutine of make()) coroutine.return(undefined);
      yield* sleep(0);
    });
    expect(reports).toEqual([]);
  });

  it('does not report an async generator that was never iterated', () => {
    const reports = debugged(function* () {
      __asyncGenerator(undefined, undefined, function* counts() {});
      asyncGenerator(function* counts() {})();
      yield* sleep(0);
    });
    expect(reports).toEqual([]);
  });

  it('refuses a coroutine that another task drives', () => {
    const main = function* (): Coroutine<void> {
      const once = (function* (): Coroutine<void> {
        yield* sleep(1);
      })();
      createTask(once);
      expect(() => createTask(once)).toThrow(
        'Expected a coroutine object of its own for each task, but got one that another task drives. Call the function once more.',
      );
      yield* sleep(2);
    };
    expect(debugged(main)).toEqual([]);
  });
});
