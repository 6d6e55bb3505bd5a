import { setTimeout as sleep } from 'node:timers/promises';

const mostMs = 20_000;

/**
 * Asks repeatedly until there is an answer, and returns it.
 *
 * @param what a description of the answer for the error message, as the rest of "Expected …"
 * @throws after `most` milliseconds, with the last value found
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  most: number = mostMs,
): Promise<T> {
  const end = performance.now() + most;
  let found: unknown;
  while (performance.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      found = answer;
    } catch (error) {
      // A page that is being left does not answer.
      found = error instanceof Error ? error.message : error;
    }
    await sleep(50);
  }
  throw new Error(`Expected ${what}, but after ${most / 1000} seconds found: ${String(found)}`);
}
