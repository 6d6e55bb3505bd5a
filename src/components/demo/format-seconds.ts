/** A reading of the loop's clock: `0 s`, `2.5 s`. At most six decimals, none that say nothing. */
export function formatSeconds(seconds: number): string {
  return `${Number(seconds.toFixed(6))} s`;
}
