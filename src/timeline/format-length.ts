/** Returns a length as SVG wants it, rounded to a tenth of a pixel, so that the same geometry always gives the same text. */
export function formatLength(length: number): string {
  return String(Math.round(length * 10) / 10);
}
