/* Checks what must compile, with which types, and what must not compile; checked by `tsc --noEmit` and never run. */
import { expectTypeOf } from 'vitest';
import type { EventLoop, Future, Lock, PriorityQueue, Queue } from './index.ts';
import type { FutureContract, LoopContract, TaskContract } from './loop/contracts.ts';
import {
  allTasks,
  anext,
  asCompleted,
  asyncGenerator,
  asyncWith,
  aclosing,
  Barrier,
  collect,
  collectMap,
  collectSet,
  createTask,
  currentTask,
  emit,
  ensureFuture,
  enter,
  gather,
  getRunningLoop,
  run,
  runRealTime,
  send,
  shield,
  sleep,
  TaskGroup,
  timeout,
  wait,
  waitFor,
  type AsyncGeneratorObject,
  type Coroutine,
  type DeadlockedTask,
  type Task,
} from './index.ts';

function* think(seconds: number): Coroutine<string> {
  return yield* sleep(seconds, 'thought');
}
function* inferred() {
  yield;
  return yield* sleep(1, 5);
}
async function thinkAsync(): Promise<boolean> {
  const text: string = await sleep(1, 'x');
  return text === 'x';
}
const ticks = asyncGenerator(function* (to: number) {
  for (let i = 0; i < to; i++) {
    yield* sleep(1);
    yield emit(i);
  }
});

// ---- generators ----

export function* generatorStyle(lock: Lock, queue: Queue<Date>, future: Future<RegExp>): Coroutine<void> {
  expectTypeOf(yield* sleep(1)).toBeVoid();
  expectTypeOf(yield* sleep(1, 'x')).toEqualTypeOf<string>();
  expectTypeOf(yield* think(1)).toEqualTypeOf<string>();
  expectTypeOf(yield* inferred()).toEqualTypeOf<number>();
  expectTypeOf(yield* future).toEqualTypeOf<RegExp>();

  const task = createTask(think(1));
  expectTypeOf(task).toEqualTypeOf<Task<string>>();
  expectTypeOf(yield* task).toEqualTypeOf<string>();
  expectTypeOf(createTask(inferred())).toEqualTypeOf<Task<number>>();
  expectTypeOf(createTask(thinkAsync())).toEqualTypeOf<Task<boolean>>();
  expectTypeOf(createTask(sleep(1, 'x'))).toEqualTypeOf<Task<string>>();
  expectTypeOf(ensureFuture(thinkAsync())).toEqualTypeOf<Future<boolean>>();

  const all = yield* gather([think(1), inferred(), sleep(1, 'x'), thinkAsync(), task, future]);
  expectTypeOf(all).toEqualTypeOf<[string, number, string, boolean, string, RegExp]>();
  const some = yield* gather([think(1), inferred()], { returnExceptions: true });
  expectTypeOf(some).toEqualTypeOf<[string | Error, number | Error]>();
  const list = yield* gather([1, 2].map(think));
  expectTypeOf(list).toEqualTypeOf<string[]>();
  const fromSet = yield* gather(new Set([think(1)]));
  expectTypeOf(fromSet).toEqualTypeOf<string[]>();

  const { done, pending } = yield* wait([task], { returnWhen: 'FIRST_COMPLETED' });
  expectTypeOf(done).toEqualTypeOf<Set<Task<string>>>();
  expectTypeOf(pending).toEqualTypeOf<Set<Task<string>>>();
  expectTypeOf(yield* waitFor(thinkAsync(), 1)).toEqualTypeOf<boolean>();
  expectTypeOf(yield* waitFor(think(1), null)).toEqualTypeOf<string>();
  expectTypeOf(yield* shield(inferred())).toEqualTypeOf<number>();
  for (const next of asCompleted([think(1), thinkAsync()])) expectTypeOf(yield* next).toEqualTypeOf<string | boolean>();

  const inGroup = yield* asyncWith(new TaskGroup(), function* (group) {
    expectTypeOf(group).toEqualTypeOf<TaskGroup>();
    expectTypeOf(group.createTask(think(1))).toEqualTypeOf<Task<string>>();
    yield* sleep(1);
    return 5;
  });
  expectTypeOf(inGroup).toEqualTypeOf<number>();
  yield* asyncWith(lock, function* (value) {
    expectTypeOf(value).toBeVoid();
  });
  yield* asyncWith(new Barrier(2), function* (index) {
    expectTypeOf(index).toEqualTypeOf<number>();
  });
  yield* asyncWith(aclosing(ticks(2)), function* (generator) {
    expectTypeOf(yield* anext(generator)).toEqualTypeOf<number>();
  });
  expectTypeOf(yield* lock.acquire()).toEqualTypeOf<true>();
  expectTypeOf(yield* queue.get()).toEqualTypeOf<Date>();

  expectTypeOf(ticks).parameters.toEqualTypeOf<[to: number]>();
  expectTypeOf(ticks(1)).toExtend<AsyncGeneratorObject<number>>();
  expectTypeOf(ticks(1)).toExtend<AsyncIterable<number>>();
  expectTypeOf(yield* anext(ticks(1), 'end')).toEqualTypeOf<number | string>();
  expectTypeOf(yield* collect(ticks(1))).toEqualTypeOf<number[]>();
  expectTypeOf(yield* collect([1, 2], think)).toEqualTypeOf<string[]>();
  expectTypeOf(
    yield* collect(
      [1, 2],
      (x) => `item ${x}`,
      (x) => x > 1,
    ),
  ).toEqualTypeOf<string[]>();
  expectTypeOf(yield* collect([1, 2], (x) => [x])).toEqualTypeOf<number[][]>();
  expectTypeOf(yield* collectSet(ticks(1), thinkAsync)).toEqualTypeOf<Set<boolean>>();
  expectTypeOf(yield* collectMap(['a'], (x) => [x, 1] as const)).toEqualTypeOf<Map<string, 1>>();
}

expectTypeOf(run(think(1))).toEqualTypeOf<string>();
expectTypeOf(run(thinkAsync())).toEqualTypeOf<boolean>();
expectTypeOf(run(sleep(1, 'x'), { maxIterations: 9 })).toEqualTypeOf<string>();
expectTypeOf(runRealTime(think(1))).toEqualTypeOf<Promise<string>>();

// ---- the classes, and what the parts know of them ----

expectTypeOf(getRunningLoop()).toEqualTypeOf<EventLoop>();
expectTypeOf(currentTask()).toEqualTypeOf<Task | null>();
expectTypeOf(allTasks()).toEqualTypeOf<Set<Task>>();
expectTypeOf<DeadlockedTask['task']>().toEqualTypeOf<Task>();

type Offered<C> = Exclude<keyof C, `_${string}`>;
expectTypeOf<Offered<LoopContract>>().toEqualTypeOf<Offered<EventLoop>>();
expectTypeOf<Offered<FutureContract>>().toEqualTypeOf<Offered<Future>>();
expectTypeOf<Offered<TaskContract>>().toEqualTypeOf<Offered<Task>>();

// ---- async functions ----

export async function asyncStyle(lock: Lock, queue: PriorityQueue<Date>, future: Future<RegExp>): Promise<void> {
  expectTypeOf(sleep(1)).resolves.toBeVoid();
  expectTypeOf(await sleep(1, 'x')).toEqualTypeOf<string>();
  expectTypeOf(await thinkAsync()).toEqualTypeOf<boolean>();
  expectTypeOf(await future).toEqualTypeOf<RegExp>();
  expectTypeOf(await createTask(thinkAsync())).toEqualTypeOf<boolean>();
  expectTypeOf(await gather([thinkAsync(), sleep(1, 'x'), future])).toEqualTypeOf<[boolean, string, RegExp]>();
  expectTypeOf(await waitFor(thinkAsync(), 1)).toEqualTypeOf<boolean>();
  expectTypeOf(await queue.get()).toEqualTypeOf<Date>();
  expectTypeOf(await collect(ticks(1), thinkAsync)).toEqualTypeOf<boolean[]>();
  for await (const i of ticks(2)) expectTypeOf(i).toEqualTypeOf<number>();
  for await (const next of asCompleted([createTask(thinkAsync())]))
    expectTypeOf(next.result()).toEqualTypeOf<boolean>();
  await using group = new TaskGroup();
  expectTypeOf(group.createTask(thinkAsync())).toEqualTypeOf<Task<boolean>>();
  await using limit = timeout(1);
  expectTypeOf(limit.when()).toEqualTypeOf<number | null>();
  await using held = await enter(lock);
  expectTypeOf(held.value).toBeVoid();
  expectTypeOf(
    await asyncWith(lock, async () => {
      await sleep(1);
      return 'body';
    }),
  ).toEqualTypeOf<string>();
}

// ---- what must not compile ----

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- a coroutine where a future belongs is one of the mistakes */

export function* refused(
  queue: Queue<Date>,
  future: Future<number>,
  coroutines: Iterable<Coroutine<number>>,
): Coroutine<void> {
  // @ts-expect-error -- a function, not the coroutine that calling it makes
  createTask(think);
  // @ts-expect-error -- the same
  run(think);
  // @ts-expect-error -- the same
  yield* gather([think]);
  // @ts-expect-error -- a value
  createTask(5);
  // @ts-expect-error -- a value
  yield* gather([5]);
  // @ts-expect-error -- one coroutine, not a list
  yield* gather(think(1));
  // @ts-expect-error -- not separate arguments, as in Python
  yield* gather(think(1), think(2));
  // @ts-expect-error -- a generator that yields what the loop does not understand
  createTask(numbers());
  // @ts-expect-error -- seconds are a number
  yield* sleep('1');
  // @ts-expect-error -- a limit is asked for, if only null
  yield* waitFor(think(1));
  // @ts-expect-error -- tasks, not coroutines
  wait(coroutines);
  // @ts-expect-error -- no such condition
  yield* wait([createTask(think(1))], { returnWhen: 'SOON' });
  // @ts-expect-error -- a queue of dates
  queue.putNowait('2026-01-01');
  // @ts-expect-error -- a future of a number
  future.setResult('five');
  // @ts-expect-error -- a context, not a function that makes one
  yield* asyncWith(timeout, think);
  // @ts-expect-error -- not sent what the generator does not take
  send(takesNumbers(), 'five');
  // @ts-expect-error -- await gives a value, not a promise of one
  const text: Promise<string> = yield* sleep(1, 'x');
  // @ts-expect-error -- a bare value cannot be awaited
  yield* 5;
  // @ts-expect-error -- a suspension is nothing, or something pending
  yield 5;
  // @ts-expect-error -- an item is emitted, not yielded
  asyncGenerator(function* () {
    yield 5;
  });
  return text as never;
}

function* numbers(): Generator<number, void, unknown> {
  yield 1;
}
function* takesNumbers(): Generator<number, void, number> {
  yield 1;
}
