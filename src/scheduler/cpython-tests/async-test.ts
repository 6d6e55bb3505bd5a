import { expect, it } from 'vitest';
import { getRunningLoop, run, type Coroutine } from '../index.ts';

/**
 * A test that is one coroutine, run as `unittest.IsolatedAsyncioTestCase` runs it: on a loop of its own, to the end of its shutdown.
 * It fails also if there was an error that nobody caught or retrieved.
 */
export function asyncTest(title: string, body: () => Coroutine<unknown>): void {
  it(title, () => {
    const uncaught: unknown[] = [];
    function* test(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, { message, exception }) => uncaught.push(message, exception));
      yield* body();
    }
    run(test());
    expect(uncaught).toEqual([]);
  });
}
