import { describe, expect, it } from 'vitest';
import {
  asCompleted,
  asyncGenerator,
  asyncWith,
  Barrier,
  CancelledError,
  collect,
  Condition,
  createTask,
  emit,
  ensureFuture,
  Event,
  gather,
  getRunningLoop,
  Lock,
  Queue,
  run,
  Semaphore,
  shield,
  sleep,
  TaskGroup,
  timeout,
  TimeoutError,
  wait,
  waitFor,
  abandon,
  type AwaitableLike,
  type Coroutine,
} from './index.ts';

/**
 * The loop iteration in which the body continues after awaiting, counted from the one in which it began to await; measured on
 * CPython 3.14.
 */
type Row = readonly [title: string, ticks: number, body: () => Coroutine<unknown>];

function* trivial(): Coroutine<string> {
  return 'done';
}
function* sleepsZero(): Coroutine<void> {
  yield* sleep(0);
}
function* sleepsLong(): Coroutine<void> {
  yield* sleep(100);
}
function* raises(): Coroutine<never> {
  throw new Error('raised');
}
function* raisesSoon(): Coroutine<never> {
  yield* sleep(0);
  throw new Error('raised');
}

function* quietly(awaitable: AwaitableLike<unknown>): Coroutine<void> {
  try {
    yield* awaitable as Coroutine<unknown>;
  } catch {
    // These rows are not about errors.
  }
}

const nothing = function* (): Coroutine<void> {};

const rows: Row[] = [
  [
    'a future that is done',
    0,
    function* () {
      const future = getRunningLoop().createFuture<number>();
      future.setResult(1);
      yield* future;
    },
  ],
  ['a coroutine that does not suspend', 0, trivial],
  ['gather of nothing', 0, () => gather([])[Symbol.iterator]() as Coroutine<unknown>],
  [
    'gather of futures that are done',
    0,
    function* () {
      const future = getRunningLoop().createFuture<number>();
      future.setResult(1);
      yield* gather([future, future]);
    },
  ],
  ['a task group without tasks', 0, () => asyncWith(new TaskGroup(), nothing)],
  ['a lock that is free', 0, () => asyncWith(new Lock(), nothing)],
  [
    'put and get on a queue with room',
    0,
    function* () {
      const queue = new Queue<number>();
      yield* queue.put(1);
      yield* queue.get();
    },
  ],
  ['waitFor a coroutine that does not suspend, without a limit', 0, () => waitFor(trivial(), null)],
  ['waitFor a coroutine that does not suspend, with one', 0, () => waitFor(trivial(), 10)],
  ['sleep(0)', 1, sleepsZero],
  ['sleep of a negative time', 1, () => sleep(-1)],
  ['sleep(1)', 2, () => sleep(1)],
  ['a task that returns at once', 2, () => createTask(trivial())[Symbol.iterator]() as Coroutine<unknown>],
  ['waitFor such a task', 2, () => waitFor(createTask(trivial()), 10)],
  ['a task that sleeps for no time', 3, () => createTask(sleepsZero())[Symbol.iterator]() as Coroutine<unknown>],
  ['gather of three coroutines that return at once', 3, () => awaiting(gather([trivial(), trivial(), trivial()]))],
  [
    'wait for such a task',
    3,
    function* () {
      yield* wait([createTask(trivial())]);
    },
  ],
  [
    'wait for the first of two such tasks',
    3,
    function* () {
      yield* wait([createTask(trivial()), createTask(trivial())], { returnWhen: 'FIRST_COMPLETED' });
    },
  ],
  [
    'a task group with three such tasks',
    3,
    () =>
      asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 3; i++) group.createTask(trivial());
      }),
  ],
  ['shield of such a coroutine', 3, () => awaiting(shield(trivial()))],
  [
    'asCompleted over two such coroutines',
    3,
    function* () {
      for (const next of asCompleted([trivial(), trivial()])) yield* next;
    },
  ],
  ['a gather of a gather', 4, () => awaiting(gather([gather([trivial()])]))],
  [
    'wait for a task that is done',
    2,
    function* () {
      const task = createTask(trivial());
      yield* task;
      const before = getRunningLoop()._iteration;
      yield* wait([task]);
      return getRunningLoop()._iteration - before;
    },
  ],
  ['waitFor with no time, which cancels a coroutine that never starts', 3, () => quietly(waitFor(trivial(), 0))],
  ['waitFor that runs out of time', 2, () => quietly(waitFor(sleep(5), 1))],
  ['waitFor a task that runs out of time', 4, () => quietly(waitFor(createTask(sleepsLong()), 1))],
  ['a timeout of no time around sleep(0)', 1, () => quietly(asyncWith(timeout(0), sleepsZero))],
  ['a timeout of no time around a longer sleep', 2, () => quietly(asyncWith(timeout(0), sleepsLong))],
  ['a timeout of no time around nothing', 0, () => asyncWith(timeout(0), nothing)],
  [
    'a task group of which a task raises while another sleeps and the parent waits',
    5,
    () =>
      quietly(
        asyncWith(new TaskGroup(), function* (group) {
          group.createTask(raises());
          group.createTask(sleepsLong());
        }),
      ),
  ],
  [
    'a task group of which the only task raises while the parent is in the body',
    3,
    () =>
      quietly(
        asyncWith(new TaskGroup(), function* (group) {
          group.createTask(raises());
          yield* sleep(100);
        }),
      ),
  ],
  [
    'a task group whose body raises while a task sleeps, from there on',
    3,
    function* () {
      let before = 0;
      yield* quietly(
        asyncWith(new TaskGroup(), function* (group) {
          group.createTask(sleepsLong());
          yield* sleep(0);
          before = getRunningLoop()._iteration;
          throw new Error('raised');
        }),
      );
      return getRunningLoop()._iteration - before;
    },
  ],
  [
    'cancelling a task that has not started, and waiting for it',
    2,
    function* () {
      const task = createTask(sleepsLong());
      task.cancel();
      yield* quietly(task);
    },
  ],
  [
    'cancelling a task that sleeps, and waiting for it',
    2,
    function* () {
      const task = createTask(sleepsLong());
      yield* sleep(0);
      const before = getRunningLoop()._iteration;
      task.cancel();
      yield* quietly(task);
      return getRunningLoop()._iteration - before;
    },
  ],
  [
    'cancelling a task that waits for a task that sleeps',
    3,
    function* () {
      const inner = createTask(sleepsLong());
      const outer = createTask(awaiting(inner));
      yield* sleep(0);
      const before = getRunningLoop()._iteration;
      outer.cancel();
      yield* quietly(outer);
      return getRunningLoop()._iteration - before;
    },
  ],
  [
    'an event that a callback sets',
    2,
    function* () {
      const event = new Event();
      getRunningLoop().callSoon(() => {
        event.set();
      });
      yield* event.wait();
    },
  ],
  [
    'a lock that a callback releases',
    2,
    function* () {
      const lock = new Lock();
      yield* lock.acquire();
      getRunningLoop().callSoon(() => {
        lock.release();
      });
      yield* lock.acquire();
    },
  ],
  [
    'a semaphore that a callback releases',
    2,
    function* () {
      const semaphore = new Semaphore(0);
      getRunningLoop().callSoon(() => {
        semaphore.release();
      });
      yield* semaphore.acquire();
    },
  ],
  [
    'an item that a callback puts',
    2,
    function* () {
      const queue = new Queue<number>();
      getRunningLoop().callSoon(() => {
        queue.putNowait(1);
      });
      yield* queue.get();
    },
  ],
  [
    'a condition that another task notifies',
    2,
    function* () {
      const condition = new Condition();
      yield* condition.acquire();
      createTask(
        asyncWith(condition, function* () {
          condition.notify();
        }),
      );
      yield* condition.wait();
    },
  ],
  [
    'a barrier of two through gather',
    4,
    function* () {
      const barrier = new Barrier(2);
      yield* gather([barrier.wait(), barrier.wait()]);
    },
  ],
  [
    'an async generator that does not await',
    0,
    function* () {
      expect(yield* collect(numbers())).toEqual([0, 1]);
    },
  ],
  [
    'closing an async generator that does not await',
    0,
    function* () {
      const generator = numbers();
      yield* generator.asend();
      yield* generator.aclose();
    },
  ],
  [
    'gather of eager tasks that return at once',
    0,
    function* () {
      yield* gather([createTask(trivial(), { eagerStart: true }), createTask(trivial(), { eagerStart: true })]);
    },
  ],
];

const numbers = asyncGenerator(function* () {
  yield emit(0);
  yield emit(1);
});

function* awaiting<T>(awaitable: { [Symbol.iterator](): Iterator<unknown, T, unknown> }): Coroutine<T> {
  return yield* awaitable as Coroutine<T>;
}

/** How many iterations the body takes; a body that returns a number has measured itself. */
function countTicks(body: Row[2]): number {
  return run(
    (function* (): Coroutine<number> {
      const before = getRunningLoop()._iteration;
      const measured = yield* body();
      return typeof measured === 'number' ? measured : getRunningLoop()._iteration - before;
    })(),
  );
}

describe('the iterations that awaiting takes are CPython’s', () => {
  it.each(rows)('%s: %i', (_, ticks, body) => {
    expect(countTicks(body)).toBe(ticks);
  });

  it('an abandoned async generator is cleaned up two iterations later, in a task of its own', () => {
    const log: string[] = [];
    const ticker = asyncGenerator(function* () {
      try {
        yield emit(1);
      } finally {
        log.push(`cleaned up in iteration ${getRunningLoop()._iteration}`);
      }
    });
    run(
      (function* () {
        const generator = ticker();
        yield* generator.asend();
        log.push(`abandoned in iteration ${getRunningLoop()._iteration}`);
        abandon(generator);
        yield* sleep(0);
        yield* sleep(0);
        yield* sleep(0);
      })(),
    );
    expect(log).toEqual(['abandoned in iteration 1', 'cleaned up in iteration 3']);
  });

  it('a program that does nothing takes two iterations, and its shutdown four', () => {
    const iterations: number[] = [];
    run(trivial(), { observer: ({ iteration }) => iterations.push(iteration) });
    expect(iterations.at(-1)).toBe(6);
  });

  it('with one task left over the shutdown takes seven', () => {
    const iterations: number[] = [];
    run(
      (function* () {
        createTask(sleepsLong());
        yield* sleep(0);
      })(),
      { observer: ({ iteration }) => iterations.push(iteration) },
    );
    expect(iterations.at(-1)).toBe(10);
  });

  it('a timeout turns into a TimeoutError, a cancellation stays one', () => {
    expect(() => run(waitFor(sleep(5), 1))).toThrow(TimeoutError);
    expect(() =>
      run(
        (function* () {
          const task = createTask(sleepsLong());
          task.cancel();
          yield* ensureFuture(task);
        })(),
      ),
    ).toThrow(CancelledError);
    expect(() => run(raisesSoon())).toThrow('raised');
  });
});
