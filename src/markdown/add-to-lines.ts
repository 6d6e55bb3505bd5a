/**
 * Returns the HTML of a listing with more attributes in its lines.
 *
 * @param attributes gets the number of a line, from 1, and returns its attributes: `' id="core-12"'`, or an empty text for none
 */
export function addToLines(listing: string, attributes: (line: number) => string): string {
  let line = 0;
  return listing.replaceAll('<span class="line"', (start) => start + attributes((line += 1)));
}
