/* The tests of CPython's test_tasks about making tasks, their names, the current task and what may be awaited. */
import { describe, expect } from 'vitest';
import { hasCoroutineMethods } from '../../src/engine/scheduler/tasks/coroutine.ts';
import {
  createTask,
  currentTask,
  ensureFuture,
  EventLoop,
  Future,
  getRunningLoop,
  RuntimeError,
  sleep,
  Task,
  wait,
  type Coroutine,
  type CoroutineLike,
} from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

function* returns<T>(value: T): Coroutine<T> {
  return value;
}

describe('BaseTaskTests: ensureFuture', () => {
  loopTest('test_ensure_future_coroutine: a coroutine becomes a task of the running loop', (loop) => {
    expect(() => ensureFuture(returns('ok'))).toThrow(RuntimeError);

    function* main(): Coroutine<Future<string>[]> {
      return [ensureFuture(returns('ok'))];
    }
    const [task] = loop.runUntilComplete(main()) as [Future<string>];
    expect(task).toBeInstanceOf(Task);
    expect(task.getLoop()).toBe(loop);
    expect(loop.runUntilComplete(task)).toBe('ok');
    expect(task.done()).toBe(true);
  });

  loopTest('test_ensure_future_future: a future stays what it is', (loop) => {
    const future = loop.createFuture<string>();
    future.setResult('ko');
    expect(ensureFuture(future)).toBe(future);
    expect(loop.runUntilComplete(future)).toBe('ko');
  });

  loopTest('test_ensure_future_task: a task stays what it is', (loop) => {
    const task = loop.createTask(returns('ok'));
    expect(ensureFuture(task)).toBe(task);
    expect(loop.runUntilComplete(task)).toBe('ok');
  });

  loopTest('test_ensure_future_awaitable: another awaitable becomes a task too', (loop) => {
    const awaitable = { [Symbol.iterator]: () => returns('ok') as Generator<undefined, string, unknown> };
    function* main(): Coroutine<string> {
      return yield* ensureFuture(awaitable);
    }
    expect(loop.runUntilComplete(main())).toBe('ok');
  });

  loopTest(
    'test_ensure_future_task_awaitable: the coroutine of a task made of an awaitable is one that awaits it',
    (loop) => {
      const awaitable = { [Symbol.iterator]: () => sleep(0, 'ok')[Symbol.iterator]() };
      function* main(): Coroutine<string> {
        const task = ensureFuture(awaitable);
        expect(task instanceof Task && hasCoroutineMethods(task.getCoro())).toBe(true);
        return yield* task;
      }
      expect(loop.runUntilComplete(main())).toBe('ok');
    },
  );

  loopTest('test_ensure_future_neither: a string cannot be awaited', () => {
    expect(() => ensureFuture('ok' as never)).toThrow(TypeError);
  });
});

describe('BaseTaskTests: making tasks', () => {
  loopTest('test_task_basics: a coroutine awaits others', (loop) => {
    function* outer(): Coroutine<number> {
      return (yield* returns(42)) + (yield* returns(1000));
    }
    expect(loop.runUntilComplete(outer())).toBe(1042);
  });

  loopTest('test_task_class: a task belongs to the loop that made it', (loop) => {
    const task = loop.createTask(returns('ok'));
    expect(loop.runUntilComplete(task)).toBe('ok');
    expect(task.getLoop()).toBe(loop);

    const other = new EventLoop();
    expect(other.createTask(returns('ok')).getLoop()).toBe(other);
  });

  loopTest('test_future_subclass: a task is a future', () => {
    expect(Task.prototype).toBeInstanceOf(Future);
  });

  loopTest('test_create_task_with_noncoroutine: a number is not a coroutine object', (loop) => {
    for (let i = 0; i < 2; i++) {
      expect(() => loop.createTask(123 as never)).toThrow(new TypeError('Expected a coroutine object, but got 123.'));
    }
    expect(loop._tasks()).toEqual([]);
  });

  loopTest('test_create_task_with_async_function: a coroutine function returns a coroutine object', (loop) => {
    for (let i = 0; i < 2; i++) {
      const task = loop.createTask(returns(i));
      expect(task).toBeInstanceOf(Task);
      expect(loop.runUntilComplete(task)).toBe(i);
    }
  });

  loopTest(
    'test_create_task_with_asynclike_function: any object with the methods of a coroutine object is one',
    (loop) => {
      const like = {
        next: () => ({ value: 42, done: true }),
        throw: () => ({ value: undefined, done: true }),
        return: () => ({ value: undefined, done: true }),
        [Symbol.iterator]() {
          return this;
        },
      };
      for (let i = 0; i < 2; i++) {
        expect(loop.runUntilComplete(loop.createTask(like as unknown as CoroutineLike<number>))).toBe(42);
      }
    },
  );

  loopTest('test_bare_create_task: createTask makes a task of the running loop', (loop) => {
    function* main(): Coroutine<number> {
      const task = createTask(returns(1));
      expect(task).toBeInstanceOf(Task);
      expect(task.getLoop()).toBe(loop);
      return yield* task;
    }
    expect(loop.runUntilComplete(main())).toBe(1);
  });

  loopTest('test_bare_create_named_task: a task can be given a name', (loop) => {
    function* main(): Coroutine<string> {
      const task = createTask(returns(1), { name: 'No-op' });
      yield* task;
      return task.getName();
    }
    expect(loop.runUntilComplete(main())).toBe('No-op');
  });

  loopTest('test_task_repr_autogenerated: tasks without a name are numbered in the order of their creation', (loop) => {
    const tasks = [loop.createTask(returns(1)), loop.createTask(returns(2))];
    expect(tasks.map((task) => task.getName())).toEqual(['Task-1', 'Task-2']);
    for (const task of tasks) loop.runUntilComplete(task);
  });

  for (const [name, given, kept] of [
    ['test_task_set_name_pylong: a number as a name is kept as text', 987654321, '987654321'],
    ['test_task_repr_name_not_str: any other value as a name is kept as text', { toString: () => '{6}' }, '{6}'],
  ] as const) {
    loopTest(name, (loop) => {
      const task = loop.createTask(returns(123), { name: given as unknown as string });
      expect(task.getName()).toBe(kept);
      task.setName('another');
      expect(task.getName()).toBe('another');
      task.setName(given as unknown as string);
      expect(task.getName()).toBe(kept);
      loop.runUntilComplete(task);
    });
  }

  loopTest('test_get_coro: a task gives its coroutine, even when it is done', (loop) => {
    const coroutine = returns(1);
    const task = loop.createTask(coroutine);
    loop.runUntilComplete(task);
    expect(task.getCoro()).toBe(coroutine);
  });

  loopTest('test_eager_start_true: an eager task is done at once if its coroutine never waits', (loop) => {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    function* main(): Coroutine<void> {
      const task = new Task(notesName(), getRunningLoop(), { eagerStart: true, name: 'example' });
      expect(task.done()).toBe(true);
      expect(names).toEqual(['example']);
      yield* task;
    }
    loop.runUntilComplete(main());
    expect(names).toHaveLength(1);
  });

  loopTest('test_eager_start_false: a lazy task is not done before it is awaited', (loop) => {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    function* main(): Coroutine<void> {
      const task = new Task(notesName(), getRunningLoop(), { eagerStart: false, name: 'example' });
      expect(task.done()).toBe(false);
      expect(names).toEqual([]);
      yield* task;
    }
    loop.runUntilComplete(main());
    expect(names).toEqual(['example']);
  });
});

describe('BaseTaskTests: steps', () => {
  loopTest('test_other_loop_future: a task cannot wait for a future of another loop', (loop) => {
    const future = new EventLoop().createFuture();
    function* waits(): Coroutine<unknown> {
      return yield* future;
    }
    expect(() => loop.runUntilComplete(waits())).toThrow(
      new RuntimeError('Task Task-1 got Future Future attached to a different loop'),
    );
  });

  loopTest('test_task_awaits_on_itself: a task cannot wait for itself', (loop) => {
    const tasks: Task[] = [];
    function* waits(): Coroutine<unknown> {
      return yield* tasks[0] as Task;
    }
    tasks.push(loop.createTask(waits()));
    expect(() => loop.runUntilComplete(tasks[0] as Task)).toThrow(
      new RuntimeError('Task cannot await on itself: Task-1'),
    );
  });

  loopTest('test_task_set_methods: the result of a task cannot be set from outside', (loop) => {
    const task = loop.createTask(returns('ko'));
    expect(() => task.setResult('ok')).toThrow(new RuntimeError('Task does not support set_result operation'));
    expect(() => task.setException(new Error('ok'))).toThrow(
      new RuntimeError('Task does not support set_exception operation'),
    );
    expect(loop.runUntilComplete(task)).toBe('ko');
  });

  loopTest('test_step_result_future: a task that waits for a future continues with its result', (loop) => {
    const future = loop.createFuture<object>();
    const results: object[] = [];
    function* waits(): Coroutine<null> {
      results.push(yield* future);
      return null;
    }
    const task = loop.createTask(waits());
    loop.runBriefly();
    expect(future._callbackList()).toHaveLength(1);

    const result = {};
    future.setResult(result);
    loop.runBriefly();
    expect(results[0]).toBe(result);
    expect(task.result()).toBeNull();
  });

  loopTest('test_coroutine_non_gen_function_return_future: a future that is returned is not awaited', (loop) => {
    const future = loop.createFuture<string>();
    const returning = loop.createTask(returns(future));
    function* sets(): Coroutine<null> {
      future.setResult('test');
      return null;
    }
    const setting = loop.createTask(sets());
    expect(loop.runUntilComplete(returning)).toBe(future);
    expect(setting.result()).toBeNull();
  });
});

describe('BaseTaskTests: the current task', () => {
  loopTest('test_current_task: the current task is the task whose step runs', (loop) => {
    const seen: unknown[] = [];
    function* notes(): Coroutine<void> {
      seen.push(currentTask());
    }
    const task = loop.createTask(notes());
    loop.runUntilComplete(task);
    expect(seen[0]).toBe(task);
    expect(() => currentTask()).toThrow(RuntimeError);
  });

  loopTest(
    'test_current_task_with_interleaving_tasks: when tasks take turns, each is the current task in its steps',
    (loop) => {
      const [first, second] = [loop.createFuture<boolean>(), loop.createFuture<boolean>()];
      const seen: string[] = [];
      const notes = (): unknown => seen.push(currentTask()?.getName() ?? 'none');
      function* one(): Coroutine<void> {
        notes();
        yield* first;
        notes();
        second.setResult(true);
      }
      function* two(): Coroutine<void> {
        notes();
        first.setResult(true);
        yield* second;
        notes();
      }
      const tasks = [loop.createTask(one(), { name: 'one' }), loop.createTask(two(), { name: 'two' })];
      loop.runUntilComplete(wait(tasks));
      expect(seen).toEqual(['one', 'two', 'one', 'two']);
      expect(() => currentTask()).toThrow(RuntimeError);
    },
  );
});

describe('BaseCurrentLoopTests', () => {
  loopTest('test_current_task_no_running_loop: a callback has no current task', (loop) => {
    const seen: unknown[] = [];
    loop.callSoon(() => seen.push(currentTask()));
    loop.runBriefly();
    expect(seen).toEqual([null]);
  });

  loopTest(
    'test_current_task_no_running_loop_implicit: asking for the current task outside of a run is an error',
    () => {
      expect(() => currentTask()).toThrow(
        new RuntimeError('Expected a running event loop, but there is none. Call this from a coroutine or a callback.'),
      );
    },
  );

  loopTest(
    'test_current_task_with_implicit_loop: in a task the current task is that task, also after a wait',
    (loop) => {
      const seen: unknown[] = [];
      function* notes(): Coroutine<void> {
        seen.push(currentTask());
        yield* sleep(0);
        seen.push(currentTask());
      }
      const task = loop.createTask(notes());
      loop.runUntilComplete(task);
      expect(seen[0]).toBe(task);
      expect(seen[1]).toBe(task);
    },
  );
});
