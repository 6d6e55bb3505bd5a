import { createQueue, run, sleep, spawn, suspend, until, type Operation, type Task } from 'effection';
import { depth, randoms, type Works } from '../work.ts';

/** effection: structured concurrency for generators. */
export const works: Works = {
  switch: (n) => run(() => turns(n)),
  deep: (n) => run(() => nested(depth, n)),
  spawn: (n) => run(() => spawned(n, () => turns(1))),
  queue: (n) =>
    run(function* () {
      const queue = createQueue<number, never>();
      void (yield* spawn(function* () {
        for (let i = 0; i < n; i++) {
          queue.add(i);
          yield* until(turn);
        }
      }));
      for (let i = 0; i < n; i++) yield* queue.next();
    }),
  timer: (n) => {
    const random = randoms();
    return run(() => spawned(n, () => sleep(10 * random())));
  },
  memory: (n, allWait) =>
    run(function* () {
      for (let i = 0; i < n; i++) void (yield* spawn(suspend));
      yield* until(turn);
      yield* until(turn);
      allWait();
    }),
};

const turn = Promise.resolve();

function* turns(n: number): Operation<void> {
  for (let i = 0; i < n; i++) yield* until(turn);
}

function* nested(depth: number, n: number): Operation<void> {
  yield* depth === 0 ? turns(n) : nested(depth - 1, n);
}

function* spawned(n: number, make: () => Operation<void>): Operation<void> {
  const tasks: Task<void>[] = [];
  for (let i = 0; i < n; i++) tasks.push(yield* spawn(make));
  for (const task of tasks) yield* task;
}
