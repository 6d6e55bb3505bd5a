import { createTask, Event, gather, Queue, run, sleep, type RunOptions } from '@yieldpoint/scheduler';
import { depth, randoms, type Works } from './work.ts';

/** The scheduler itself, in generator style. */
export const works: Works = createWorks({});

/** The same, with these options for each run. */
export function createWorks(options: RunOptions): Works {
  return {
    switch: (n) => run(turns(n), options),
    deep: (n) => run(nested(depth, n), options),
    spawn: (n) =>
      run(
        gathered(n, () => turns(1)),
        options,
      ),
    queue: (n) => run(consume(n), options),
    timer: (n) => {
      const random = randoms();
      run(
        gathered(n, () => rest(random())),
        options,
      );
    },
    memory: (n, allWait) => run(waiting(n, allWait), options),
  };
}

function* turns(n: number) {
  for (let i = 0; i < n; i++) yield* sleep(0);
}

function* nested(depth: number, n: number): ReturnType<typeof turns> {
  return yield* depth === 0 ? turns(n) : nested(depth - 1, n);
}

function* gathered(n: number, make: () => ReturnType<typeof turns>) {
  yield* gather(Array.from({ length: n }, make));
}

function* rest(seconds: number) {
  yield* sleep(seconds);
}

function* produce(queue: Queue<number>, n: number) {
  for (let i = 0; i < n; i++) yield* queue.put(i);
}

function* consume(n: number) {
  const queue = new Queue<number>(1);
  createTask(produce(queue, n));
  for (let i = 0; i < n; i++) yield* queue.get();
}

function* wait(event: Event) {
  yield* event.wait();
}

function* waiting(n: number, allWait: () => void) {
  const event = new Event();
  for (let i = 0; i < n; i++) createTask(wait(event));
  yield* sleep(0);
  yield* sleep(0);
  allWait();
  event.set();
}
