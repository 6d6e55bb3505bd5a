/* The tests of CPython's test_runners about asyncio.run, and those of Runner for things that run does as well. */
import { describe, expect, it } from 'vitest';
import {
  anext,
  asyncGenerator,
  CancelledError,
  createTask,
  emit,
  Event,
  EventLoop,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  type AsyncGeneratorObject,
  type Coroutine,
  type ExceptionContext,
  type Task,
} from '../../src/engine/scheduler/index.ts';

function* nothing(): Coroutine<void> {}

describe('RunTests', () => {
  it('test_asyncio_run_return: run returns what the coroutine returns', () => {
    function* main(): Coroutine<number> {
      yield* sleep(0);
      return 42;
    }
    expect(run(main())).toBe(42);
  });

  it('test_asyncio_run_raises: run raises what the coroutine raises', () => {
    const failure = new Error('spam');
    function* main(): Coroutine<void> {
      yield* sleep(0);
      throw failure;
    }
    expect(() => {
      run(main());
    }).toThrow(failure);
  });

  it.each([1, () => null])('test_asyncio_run_only_coro: %o cannot be run', (value) => {
    expect(() => run(value as never)).toThrow(TypeError);
  });

  it('test_asyncio_run_from_running_loop: run cannot be called inside a run', () => {
    function* main(): Coroutine<void> {
      run(nothing());
    }
    expect(() => {
      run(main());
    }).toThrow(new RuntimeError('run() cannot be called from a running event loop'));
  });

  it('test_asyncio_run_cancels_hanging_tasks: tasks left over are cancelled before run returns', () => {
    const tasks: Task[] = [];
    function* main(): Coroutine<number> {
      tasks.push(createTask(sleep(0.1)));
      return 123;
    }
    expect(run(main())).toBe(123);
    expect(tasks.map((task) => task.cancelled())).toEqual([true]);
  });

  it('test_asyncio_run_reports_hanging_tasks_errors: errors of tasks left over go to the exception handler', () => {
    const failure = new Error('of the cleanup');
    const contexts: ExceptionContext[] = [];
    const tasks: Task[] = [];
    function* leftOver(): Coroutine<void> {
      try {
        yield* sleep(0.1);
      } catch {
        throw failure;
      }
    }
    function* main(): Coroutine<number> {
      getRunningLoop().setExceptionHandler((_loop, context) => contexts.push(context));
      tasks.push(createTask(leftOver()));
      return 123;
    }
    expect(run(main())).toBe(123);
    expect(contexts).toHaveLength(1);
    expect(contexts[0]?.message).toBe('unhandled exception during shutdown of the run');
    expect(contexts[0]?.exception).toBe(failure);
    expect(contexts[0]?.task).toBe(tasks[0]);
    expect(tasks[0]?.done()).toBe(true);
  });

  it('test_asyncio_run_closes_gens_after_hanging_tasks_errors: async generators are closed even after such errors', () => {
    const exit = new Error('of main');
    const cleanup = new Error('of the cleanup');
    const log: string[] = [];
    const errors: unknown[] = [];
    const generators: AsyncGeneratorObject<number>[] = [];
    const fidget = asyncGenerator(function* () {
      try {
        for (;;) {
          yield emit(1);
          yield* sleep(1);
        }
      } finally {
        log.push('closed');
      }
    });
    function* spin(): Coroutine<void> {
      const spinner = fidget();
      generators.push(spinner);
      try {
        for (;;) yield* anext(spinner);
      } catch (error) {
        expect(error).toBeInstanceOf(CancelledError);
        throw cleanup;
      }
    }
    function* main(): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, { exception }) => errors.push(exception));
      createTask(spin());
      throw exit;
    }
    expect(() => {
      run(main());
    }).toThrow(exit);
    expect(errors).toEqual([cleanup]);
    expect(log).toEqual(['closed']);
    expect(generators.map((generator) => [generator._ended, generator._running])).toEqual([[true, false]]);
  });
});

describe('RunnerTests', () => {
  it('test_run: the loop is closed after the run', () => {
    const loops: EventLoop[] = [];
    function* main(): Coroutine<string> {
      loops.push(getRunningLoop());
      yield* sleep(0);
      return 'done';
    }
    expect(run(main())).toBe('done');
    expect(loops.map((loop) => loop.isClosed())).toEqual([true]);
  });

  it('test_run_non_coro: a number cannot be run', () => {
    expect(() => run(123 as never)).toThrow(
      new TypeError('Expected a future, a coroutine object or another awaitable, but got 123.'),
    );
  });

  it('test_run_awaitable: anything that can be awaited can be run', () => {
    const awaitable = {
      *[Symbol.iterator](): Coroutine<string> {
        yield* sleep(0);
        return 'done';
      },
    };
    expect(run(awaitable)).toBe('done');
  });

  it('test_double_close: closing a loop a second time does nothing', () => {
    const loop = new EventLoop();
    loop.close();
    expect(loop.isClosed()).toBe(true);
    loop.close();
    expect(loop.isClosed()).toBe(true);
  });

  it('test_recursive_run: a loop cannot be run by a coroutine that it runs', () => {
    const loop = new EventLoop();
    function* main(): Coroutine<void> {
      loop.runUntilComplete(nothing());
    }
    expect(() => {
      loop.runUntilComplete(main());
    }).toThrow(new RuntimeError('This event loop is already running'));
  });

  it('test_interrupt_cancelled_task: cancelling the main task from inside is what run raises', () => {
    function* main(): Coroutine<void> {
      const task = createTask(new Event().wait());
      getRunningLoop().callLater(0.1, () => task.cancel('enough'));
      yield* task;
    }
    expect(() => {
      run(main());
    }).toThrow(new CancelledError('enough'));
  });

  it('test_no_repr_is_call_on_the_task_result: run does not turn the result into text', () => {
    const calls: string[] = [];
    const result = { toString: () => String(calls.push('toString')) };
    function* main(): Coroutine<typeof result> {
      return result;
    }
    expect(run(main(), { observer: () => {} })).toBe(result);
    expect(calls).toEqual([]);
  });
});
