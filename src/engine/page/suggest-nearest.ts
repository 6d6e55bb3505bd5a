import { countEdits, findNearest } from './find-nearest.ts';

/** `Did you mean "event-loop"? ` before an advice, where one of the names is near to what was written; otherwise nothing. */
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
