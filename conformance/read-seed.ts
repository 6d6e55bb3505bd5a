import process from 'node:process';

/** The seed of a run without an explicit one. */
const gateSeed = 20_050_510;

/**
 * Returns the seed of all random programs and values in the unit tests: that of the environment variable `SEED`, or a fixed one, so
 * that the result of a change does not depend on luck. New seeds are used every night, and by `npm run fuzz`.
 *
 * @throws {Error} if `SEED` is not a whole number from 0 to 2³¹ − 1
 */
export function readSeed(text = process.env['SEED']): number {
  if (text === undefined || text === '') return gateSeed;
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31) return seed;
  throw new Error(
    `Expected SEED to be a whole number from 0 to ${2 ** 31 - 1}, but got ${text}. Type "SEED=1 npm test unit".`,
  );
}
