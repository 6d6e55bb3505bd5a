/** @internal Deadlines closer than this fire in the same iteration (asyncio's clock resolution), in seconds. */
export const clockResolution = 1e-9;

/**
 * @internal When a wait of `seconds` is over that begins at `now`. The clock goes on in every wait, however short, as real clocks do:
 * a program that sleeps for what is left until a deadline relies on it, and what is left can be so little that it is lost in the sum.
 */
export function timeAfter(now: number, seconds: number): number {
  return now + (seconds > 0 && seconds < clockResolution ? clockResolution : seconds);
}
