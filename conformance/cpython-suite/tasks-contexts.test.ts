/* The tests of CPython's test_tasks and test_futures2 in which tasks, callbacks and exception handlers have contexts. */
import { describe, expect, it } from 'vitest';
import {
  Context,
  ContextVar,
  copyContext,
  createTask,
  gather,
  getContext,
  getRunningLoop,
  run,
  sleep,
  Task,
  type Coroutine,
  type TaskOptions,
} from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

describe('BaseTaskTests: contexts', () => {
  loopTest('test_context_1: what a task sets stays in the task, and it has what was set before it was made', (loop) => {
    const variable = new ContextVar('cvar', { default: 'nope' });
    function* sub(): Coroutine<void> {
      yield* sleep(0.01);
      expect(variable.get()).toBe('nope');
      variable.set('something else');
    }
    function* main(): Coroutine<void> {
      expect(variable.get()).toBe('nope');
      const task = createTask(sub());
      variable.set('yes');
      expect(variable.get()).toBe('yes');
      yield* task;
      expect(variable.get()).toBe('yes');
    }
    loop.runUntilComplete(main());
  });

  loopTest('test_context_2: a callback has a copy of the context of the task that added it', (loop) => {
    const variable = new ContextVar('cvar', { default: 'nope' });
    function* main(): Coroutine<void> {
      expect(variable.get()).toBe('nope');
      for (let j = 0; j < 2; j++) {
        const future = loop.createFuture<undefined>();
        future.addDoneCallback(() => variable.set('something else'));
        variable.set(`yes${j}`);
        loop.callSoon(() => {
          future.setResult(undefined);
        });
        yield* future;
        expect(variable.get()).toBe(`yes${j}`);
        for (let i = 0; i < 3; i++) {
          variable.set(`yes${i}-${j}`);
          yield* sleep(0.001);
          expect(variable.get()).toBe(`yes${i}-${j}`);
        }
      }
    }
    loop.runUntilComplete(main());
    expect(variable.get()).toBe('nope');
  });

  loopTest('test_context_3: each of a hundred tasks has its own value', (loop) => {
    const variable = new ContextVar('cvar', { default: -1 });
    function* sub(number: number): Coroutine<void> {
      for (let i = 0; i < 10; i++) {
        variable.set(number + i);
        yield* sleep(0.001 * ((number * 7 + i * 13) % 50));
        expect(variable.get()).toBe(number + i);
      }
    }
    function* main(): Coroutine<void> {
      yield* gather(Array.from({ length: 100 }, (_, index) => loop.createTask(sub(index % 11))));
    }
    loop.runUntilComplete(main());
    expect(variable.get()).toBe(-1);
  });

  const ways: readonly [name: string, make: (coroutine: Coroutine<void>, options: TaskOptions) => Task<void>][] = [
    ['test_context_4: a Task runs in the context it is given', (body, options) => new Task(body, undefined, options)],
    ['test_context_5: so does what createTask makes', (body, options) => createTask(body, options)],
    ['test_context_6: and what the loop makes', (body, options) => getRunningLoop().createTask(body, options)],
  ];
  for (const [title, make] of ways) {
    loopTest(title, (loop) => {
      const variable = new ContextVar<number>('cvar');
      function* sets(value: number): Coroutine<void> {
        yield* sleep(0);
        variable.set(value);
      }
      function* main(): Coroutine<unknown[]> {
        const context = copyContext();
        const seen: unknown[] = [context.get(variable)];
        yield* make(sets(1), { context });
        seen.push(context.get(variable));
        yield* make(sets(2), { context });
        seen.push(context.get(variable));
        return seen;
      }
      expect(loop.runUntilComplete(main())).toEqual([undefined, 1, 2]);
    });
  }

  loopTest('test_get_context: the context of a task can be asked for, also when it is done', (loop) => {
    function* body(): Coroutine<void> {}
    const context = copyContext();
    const task = loop.createTask(body(), { context });
    loop.runUntilComplete(task);
    expect(getContext(task)).toBe(context);
  });
});

describe('FutureTests of test_futures2', () => {
  /** What the exception handler sees of the variable. */
  function seenByHandler(body: (variable: ContextVar<string>) => Coroutine<void>): string[] {
    const variable = new ContextVar('name', { default: 'foo' });
    const seen: string[] = [];
    run(body(variable), { exceptionHandler: () => seen.push(variable.get()) });
    return seen;
  }

  it('test_task_exc_handler_correct_context: the error of a task is handled in the context of the task', () => {
    const seen = seenByHandler(function* (variable) {
      function* fails(): Coroutine<void> {
        variable.set('bar');
        throw new Error('nobody looks');
      }
      createTask(fails());
      yield* sleep(0);
    });
    expect(seen).toEqual(['bar']);
  });

  it('test_handle_exc_handler_correct_context: the error of a callback is handled in the context of the callback', () => {
    const seen = seenByHandler(function* (variable) {
      getRunningLoop().callSoon(() => {
        variable.set('bar');
        throw new Error('nobody catches');
      });
      yield* sleep(0);
    });
    expect(seen).toEqual(['bar']);
  });
});

describe('a context', () => {
  it('outlives the loops it is used in', () => {
    const context = new Context();
    const variable = new ContextVar('count', { default: 0 });
    function* counts(): Coroutine<number> {
      variable.set(variable.get() + 1);
      return variable.get();
    }
    expect([1, 2].map(() => context.run(() => run(counts())))).toEqual([1, 1]);
    expect(context.size).toBe(0);
  });
});
