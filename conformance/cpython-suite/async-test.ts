import { expect, it } from 'vitest';
import { getRunningLoop, run, type Coroutine, type EventLoop } from '../../src/engine/scheduler/index.ts';

/**
 * A test that is one coroutine, run like in `unittest.IsolatedAsyncioTestCase`: on its own loop, to the end of its shutdown. It
 * also fails if there was an error that nobody caught or retrieved.
 */
export function asyncTest(title: string, body: () => Coroutine<unknown>): void {
  it(title, () => {
    const uncaught: unknown[] = [];
    run(withUncaught(body, uncaught));
    expect(uncaught).toEqual([]);
  });
}

/** The same on a loop that the caller chooses; the test must leave no task behind. */
export function asyncTestOn(makeLoop: () => EventLoop): typeof asyncTest {
  return (title, body) => {
    it(title, () => {
      const uncaught: unknown[] = [];
      const loop = makeLoop();
      loop.runUntilComplete(withUncaught(body, uncaught));
      expect(uncaught).toEqual([]);
      expect(loop._tasks()).toEqual([]);
    });
  };
}

function* withUncaught(body: () => Coroutine<unknown>, uncaught: unknown[]): Coroutine<void> {
  getRunningLoop().setExceptionHandler((_loop, { message, exception }) => uncaught.push(message, exception));
  yield* body();
}
