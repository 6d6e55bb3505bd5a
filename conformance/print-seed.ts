import { readSeed } from './read-seed.ts';

/** Prints the seed once before the tests, because reproducing a failure may need it. */
export default function printSeed(): void {
  const seed = readSeed();
  console.log(`Random programs and values have the seed ${seed}; "SEED=${seed + 1} npm test unit" takes others.`);
}
