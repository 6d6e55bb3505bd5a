import { countEdits, findNearest } from './find-nearest.ts';

/**
 * Returns `Did you mean "event-loop"? ` for the beginning of an advice, if one of the names is close to what was written; otherwise
 * an empty text.
 */
export function suggestNearest(written: string, names: Iterable<string>): string {
  const [nearest] = findNearest(written, [...names]);
  return nearest !== undefined && isNear(written, nearest) ? `Did you mean "${nearest}"? ` : '';
}

/** One letter of a short name, one in three of a long one, or the same letters in another order. */
function isNear(written: string, name: string): boolean {
  const most = Math.max(1, Math.floor(written.length / 3));
  return countEdits(name, written) <= most || sortLetters(name) === sortLetters(written);
}

function sortLetters(name: string): string {
  return name.toLowerCase().split('').sort().join('');
}
