/** Checks between two looks at the clock: as many as there may be, and the time that they should take, in milliseconds. */
const mostChecks = 1024;
const [leastMs, mostMs] = [1, 4];

/**
 * How many checks may pass until something slow is asked again, such as the clock. A program that fills buffers reaches few lines in a
 * second, another millions; so after each time the number is doubled or halved, until it takes a few milliseconds.
 */
export class Pace {
  readonly #now: (() => number) | undefined;
  #checks: number;
  #last: number;

  /** @param now real time in milliseconds; without it, it is always the largest number */
  constructor(now: (() => number) | undefined) {
    this.#now = now;
    this.#checks = now === undefined ? mostChecks : 1;
    this.#last = now?.() ?? 0;
  }

  /** The number of checks until the next time. */
  next(): number {
    if (this.#now === undefined) return mostChecks;
    const now = this.#now();
    const took = now - this.#last;
    this.#last = now;
    if (took < leastMs && this.#checks < mostChecks) this.#checks *= 2;
    else if (took > mostMs && this.#checks > 1) this.#checks /= 2;
    return this.#checks;
  }
}
