/** What differs from one run of a program to the next, so that giving the same once more makes the same run. */
export type Chance = {
  /** Where random numbers start: a whole number below 2 ** 32. */
  readonly seed: number;
  /** What the clock reads when the run begins, in milliseconds since 1970. */
  readonly startMs: number;
};

/** What the build gives every program, so that a page is the same however often it is built. */
export const fixedChance: Chance = { seed: 20_150_913, startMs: Date.UTC(2026, 0, 1, 9) };

/** Returns what no run before had. */
export function drawChance(): Chance {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { seed, startMs: Date.now() };
}
