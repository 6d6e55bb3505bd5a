/** What differs from one run of a program to the next. The same value makes the same run again. */
export type Chance = {
  /** The seed of random numbers: a whole number below 2 ** 32. */
  readonly seed: number;
  /** The time on the clock when the run begins, in milliseconds since 1970. */
  readonly startMs: number;
};

/** The value for every program in the build, so that a page is the same in every build. */
export const fixedChance: Chance = { seed: 20_150_913, startMs: Date.UTC(2026, 0, 1, 9) };

/** Returns a value that no earlier run had. */
export function drawChance(): Chance {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { seed, startMs: Date.now() };
}
