/* The tests of CPython's test_base_events about errors of callbacks and exception handlers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createTask,
  EventLoop,
  run,
  sleep,
  type Coroutine,
  type ExceptionContext,
} from '../../src/engine/scheduler/index.ts';

describe('BaseEventLoopTests: errors', () => {
  const failure = new Error('of the callback');

  function zeroError(): void {
    throw failure;
  }

  /** Everything that was logged: the arguments of each call. */
  let logged: unknown[][] = [];

  beforeEach(() => {
    logged = [];
    vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
      logged.push(args);
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Runs a callback that fails; the loop must continue. */
  function runFailing(loop: EventLoop, delay: number | null): void {
    if (delay === null) loop.callSoon(zeroError);
    else loop.callLater(delay, zeroError);
    loop.runUntilComplete(sleep(1));
  }

  for (const [what, delay] of [
    ['a callback', null],
    ['a timer', 0.01],
  ] as const) {
    it(`test_default_exc_handler_callback: an error of ${what} is logged with its name, and the loop goes on`, () => {
      runFailing(new EventLoop(), delay);
      expect(logged).toEqual([['Exception in callback zeroError', failure]]);
    });
  }

  it('test_default_exc_handler_coro: an error of a task that is never read is logged at the end of the run', () => {
    function* fails(): Coroutine<void> {
      yield* sleep(0.01);
      throw failure;
    }
    function* main(): Coroutine<void> {
      createTask(fails());
      yield* sleep(1);
    }
    run(main());
    expect(logged).toEqual([['Task exception was never retrieved', failure]]);
  });

  it('test_set_exc_handler_invalid: a string is not an exception handler', () => {
    expect(() => {
      new EventLoop().setExceptionHandler('spam' as never);
    }).toThrow(new TypeError('Expected a function or null, but got "spam".'));
  });

  it('test_set_exc_handler_custom: a handler gets the loop and the context, until it is taken away', () => {
    const loop = new EventLoop();
    const contexts: [EventLoop, ExceptionContext][] = [];
    loop.setExceptionHandler((where, context) => contexts.push([where, context]));
    runFailing(loop, null);
    expect(contexts).toHaveLength(1);
    expect(contexts[0]?.[0]).toBe(loop);
    expect(contexts[0]?.[1]).toEqual({ message: 'Exception in callback zeroError', exception: failure });
    expect(logged).toEqual([]);

    loop.setExceptionHandler(null);
    runFailing(loop, null);
    expect(contexts).toHaveLength(1);
    expect(logged).toEqual([['Exception in callback zeroError', failure]]);
  });

  it('test_set_exc_handler_broken: an error of the handler is logged, and the loop continues', () => {
    const loop = new EventLoop();
    const spam = new TypeError('spam');
    loop.setExceptionHandler(() => {
      throw spam;
    });
    runFailing(loop, null);
    expect(logged).toEqual([['Unhandled error in exception handler', spam]]);
  });
});
