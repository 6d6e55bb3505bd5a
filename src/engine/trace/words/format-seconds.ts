/** Returns a reading of the virtual clock for the page, such as `2 s` or `0.3 s`: at most six decimals, no trailing zeros. */
export function formatSeconds(seconds: number): string {
  return `${Number(seconds.toFixed(6))} s`;
}
