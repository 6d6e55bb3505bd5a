import co from 'co';
import { depth, randoms, type Works } from '../work.ts';

/** co: generators that yield promises. */
export const works: Works = {
  switch: (n) => co(turns, n),
  deep: (n) => co(nested, depth, n),
  spawn: (n) => Promise.all(Array.from({ length: n }, () => co(turns, 1))),
  timer: (n) => {
    const random = randoms();
    return Promise.all(Array.from({ length: n }, () => co(rest, 10 * random())));
  },
  memory: (n, allWait) => {
    const never = new Promise(() => undefined);
    const tasks = Array.from({ length: n }, () => co(wait, never));
    allWait();
    return tasks.length;
  },
};

/** co accepts nothing less than a promise. */
const turn = Promise.resolve();

function* turns(n: number): Generator<Promise<void>, void> {
  for (let i = 0; i < n; i++) yield turn;
}

function* nested(depth: number, n: number): Generator<Promise<void>, void> {
  yield* depth === 0 ? turns(n) : nested(depth - 1, n);
}

function* rest(milliseconds: number) {
  yield new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function* wait(promise: Promise<unknown>) {
  yield promise;
}
