import { createTask, Event, gather, Queue, run, sleep } from '@yieldpoint/scheduler';
import co from 'co';
import { Effect } from 'effect';
import { run as runEffection, spawn, until } from 'effection';

/** Does `n` units of one kind of work. Where memory is measured it calls `allWait` when all of them exist at once. */
export type Work = (n: number, allWait: () => void) => unknown;

/** What promises' peers wait for to give up their turn: nothing. */
const turn = Promise.resolve();

/** Each peer's way of doing each kind of work; a peer is not measured on what it has no way of its own for. */
export const works: Readonly<Record<string, Readonly<Record<string, Work>>>> = {
  switch: {
    'bare generator': (n) => {
      const generator = turns(n);
      while (generator.next().done !== true);
    },
    native: async (n) => {
      for (let i = 0; i < n; i++) await turn;
    },
    scheduler: (n) => run(turns(n)),
    'scheduler, observed': (n) => run(turns(n), { observer: () => undefined }),
    co: (n) =>
      co(function* () {
        for (let i = 0; i < n; i++) yield turn;
      }),
    effection: (n) =>
      runEffection(function* () {
        for (let i = 0; i < n; i++) yield* until(turn);
      }),
    effect: (n) =>
      Effect.runPromise(
        Effect.gen(function* () {
          for (let i = 0; i < n; i++) yield* Effect.yieldNow;
        }),
      ),
  },
  spawn: {
    native: (n) => Promise.all(Array.from({ length: n }, nativeChild)),
    scheduler: (n) => run(gathered(n, () => turns(1))),
    co: (n) => Promise.all(Array.from({ length: n }, () => co(turnOfCo))),
    effection: (n) =>
      runEffection(function* () {
        const tasks = [];
        for (let i = 0; i < n; i++) tasks.push(yield* spawn(turnOfEffection));
        for (const task of tasks) yield* task;
      }),
    effect: (n) =>
      Effect.runPromise(
        Effect.all(
          Array.from({ length: n }, () => Effect.yieldNow),
          { concurrency: 'unbounded' },
        ),
      ),
  },
  queue: {
    scheduler: (n) => {
      function* produce(queue: Queue<number>) {
        for (let i = 0; i < n; i++) yield* queue.put(i);
      }
      function* consume() {
        const queue = new Queue<number>(1);
        createTask(produce(queue));
        for (let i = 0; i < n; i++) yield* queue.get();
      }
      run(consume());
    },
  },
  timer: {
    native: (n) => {
      const random = randoms();
      const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10 * random()));
      return Promise.all(Array.from({ length: n }, wait));
    },
    scheduler: (n) => {
      const random = randoms();
      run(gathered(n, () => sleep(random())));
    },
  },
  memory: {
    native: (n, allWait) => {
      const never = new Promise<void>(() => undefined);
      const tasks = Array.from({ length: n }, async () => {
        await never;
      });
      allWait();
      return tasks.length;
    },
    scheduler: (n, allWait) => {
      function* wait(event: Event) {
        yield* event.wait();
      }
      function* main() {
        const event = new Event();
        for (let i = 0; i < n; i++) createTask(wait(event));
        yield;
        yield;
        allWait();
        event.set();
      }
      run(main());
    },
  },
};

function* turns(n: number): Generator<undefined, void, unknown> {
  for (let i = 0; i < n; i++) yield;
}

function* gathered(n: number, make: () => Parameters<typeof createTask>[0]) {
  return yield* gather(Array.from({ length: n }, make));
}

async function nativeChild(): Promise<void> {
  await turn;
}

function* turnOfCo() {
  yield turn;
}

function* turnOfEffection() {
  yield* until(turn);
}

/** The same numbers from 0 to 1 in every process. */
function randoms(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
