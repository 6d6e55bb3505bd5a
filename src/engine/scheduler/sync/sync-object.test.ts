import { describe, expect, it } from 'vitest';
import {
  CancelledError,
  createTask,
  currentTask,
  Lock,
  Queue,
  run,
  RuntimeError,
  sleep,
  type Coroutine,
  type ObserverRecord,
} from '../index.ts';

describe('a wait that is used again', () => {
  it('is another one for the program: what was awaited cannot be awaited a second time', () => {
    function* main(): Coroutine<void> {
      const queue = new Queue<number>();
      createTask(putLater(queue, [1, 2, 3]));
      const first = queue.get();
      expect(yield* first).toBe(1);
      const second = queue.get();
      const again = createTask(first as Coroutine<number>);
      expect(yield* second).toBe(2);
      expect(again.exception()).toEqual(new RuntimeError('cannot reuse already awaited coroutine'));
      expect(yield* queue.get()).toBe(3);
    }
    run(main());
  });

  it('serves one task at a time, and the others wait in the order in which they came', () => {
    const got: string[] = [];
    function* get(queue: Queue<number>, name: string): Coroutine<void> {
      for (let i = 0; i < 2; i++) got.push(`${name} ${yield* queue.get()}`);
    }
    function* main(): Coroutine<void> {
      const queue = new Queue<number>();
      for (const name of ['a', 'b', 'c']) createTask(get(queue, name));
      yield* putLater(queue, [1, 2, 3, 4, 5, 6]);
      yield* sleep(1);
    }
    run(main());
    expect(got).toEqual(['a 1', 'b 2', 'c 3', 'a 4', 'b 5', 'c 6']);
  });

  it('is not used again after it was left by hand, because its task may still hold it', () => {
    function* main(): Coroutine<void> {
      const queue = new Queue<number>();
      const wait = queue.get()[Symbol.iterator]();
      wait.next();
      wait.return(0);
      const other = createTask(takeOne(queue), { eagerStart: true });
      currentTask()?.cancel();
      let raised: unknown;
      try {
        yield* sleep(0);
      } catch (error) {
        raised = error;
      }
      expect(raised).toBeInstanceOf(CancelledError);
      queue.putNowait(1);
      expect(yield* other).toBe(1);
    }
    run(main());
  });

  it('is free again for the next task when the one before it has been canceled', () => {
    function* main(): Coroutine<void> {
      const queue = new Queue<number>();
      const task = createTask(takeOne(queue));
      yield* sleep(0);
      task.cancel();
      yield* sleep(0);
      expect(task.cancelled()).toBe(true);
      const next = createTask(takeOne(queue));
      yield* sleep(0);
      queue.putNowait(1);
      expect(yield* next).toBe(1);
      expect(() => task.result()).toThrow(CancelledError);
    }
    run(main());
  });

  it('is recorded as a new one: no task was robbed of what it was woken for', () => {
    const kinds: string[] = [];
    const observer = (record: ObserverRecord): void => {
      if (record.kind.startsWith('sync-')) kinds.push(record.kind);
    };
    function* main(): Coroutine<void> {
      const queue = new Queue<number>();
      createTask(putLater(queue, [1, 2]));
      yield* queue.get();
      yield* queue.get();
    }
    run(main(), { observer });
    expect(kinds).toEqual(['sync-enqueued', 'sync-woken', 'sync-enqueued', 'sync-woken']);
  });
});

describe('an object that tasks wait for', () => {
  it('belongs to the loop in which a task waits for it first, not to the one in which it was made', () => {
    let made = new Lock();
    function* make(): Coroutine<void> {
      made = new Lock();
      yield* made.acquire();
    }
    function* wait(): Coroutine<string> {
      const task = createTask(made.acquire());
      yield* sleep(0);
      made.release();
      yield* task;
      return 'locked';
    }
    run(make());
    expect(run(wait())).toBe('locked');
    expect(() => run(wait())).toThrow(
      'Expected a Lock of the running event loop, but got one that belongs to another.',
    );
  });
});

function* putLater(queue: Queue<number>, items: readonly number[]): Coroutine<void> {
  for (const item of items) {
    yield* sleep(1);
    queue.putNowait(item);
  }
}

function* takeOne(queue: Queue<number>): Coroutine<number> {
  return yield* queue.get();
}
