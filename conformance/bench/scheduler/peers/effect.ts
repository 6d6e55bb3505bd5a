import { Effect, Fiber, Queue } from 'effect';
import { depth, randoms, type Works } from '../work.ts';

/** Effect: fibers. */
export const works: Works = {
  switch: (n) => Effect.runPromise(turns(n)),
  deep: (n) => Effect.runPromise(nested(depth, n)),
  spawn: (n) =>
    Effect.runPromise(
      Effect.all(
        Array.from({ length: n }, () => turns(1)),
        { concurrency: 'unbounded' },
      ),
    ),
  queue: (n) =>
    Effect.runPromise(
      Effect.gen(function* () {
        const queue = yield* Queue.bounded<number>(1);
        const producer = yield* Effect.forkChild(
          Effect.gen(function* () {
            for (let i = 0; i < n; i++) yield* Queue.offer(queue, i);
          }),
        );
        for (let i = 0; i < n; i++) yield* Queue.take(queue);
        yield* Fiber.join(producer);
      }),
    ),
  timer: (n) => {
    const random = randoms();
    return Effect.runPromise(
      Effect.all(
        Array.from({ length: n }, () => Effect.sleep(10 * random())),
        { concurrency: 'unbounded' },
      ),
    );
  },
  memory: (n, allWait) =>
    Effect.runPromise(
      Effect.gen(function* () {
        for (let i = 0; i < n; i++) yield* Effect.forkChild(Effect.never);
        yield* Effect.yieldNow;
        yield* Effect.yieldNow;
        allWait();
      }),
    ),
};

function turns(n: number): Effect.Effect<void> {
  return Effect.gen(function* () {
    for (let i = 0; i < n; i++) yield* Effect.yieldNow;
  });
}

function nested(depth: number, n: number): Effect.Effect<void> {
  return Effect.gen(function* () {
    yield* depth === 0 ? turns(n) : nested(depth - 1, n);
  });
}
