import { depth, randoms, type Works } from './work.ts';

/** The lower limit for any scheduler in JavaScript: generators driven by a loop of one line, an array, a sort. */
export const works: Works = {
  switch: (n) => {
    drive(turns(n));
  },
  deep: (n) => {
    drive(nested(depth, n));
  },
  spawn: (n) => {
    const all = Array.from({ length: n }, () => turns(1));
    for (const generator of all) generator.next();
    for (const generator of all) generator.next();
  },
  timer: (n) => {
    const random = randoms();
    return Array.from({ length: n }, random).sort((a, b) => a - b);
  },
  memory: (n, allWait) => {
    const all = Array.from({ length: n }, () => turns(1));
    for (const generator of all) generator.next();
    allWait();
    return all.length;
  },
};

/** One suspension by `yield*`, like a coroutine's: an iterator that stops once each time it is used. */
class Turn {
  #begins = false;
  readonly #suspended = { value: undefined, done: false as const };
  readonly #over = { value: undefined, done: true as const };

  [Symbol.iterator](): this {
    this.#begins = true;
    return this;
  }

  next(): IteratorResult<undefined, undefined> {
    if (!this.#begins) return this.#over;
    this.#begins = false;
    return this.#suspended;
  }
}

const turn = new Turn();

function* turns(n: number): Generator<undefined, void> {
  for (let i = 0; i < n; i++) yield* turn;
}

function* nested(depth: number, n: number): Generator<undefined, void> {
  yield* depth === 0 ? turns(n) : nested(depth - 1, n);
}

function drive(generator: Generator): void {
  while (generator.next().done !== true);
}
