import type { ThinnedEvent } from '../event/events.ts';

const things = { lines: 'line', frames: 'move of a frame' } as const;
const plurals = { lines: 'lines', frames: 'moves of frames' } as const;

/** Returns the meaning of an event of this kind, as a sentence. */
export function describeThinning({ what, count, isForNow }: ThinnedEvent): string {
  if (isForNow) return 'More lines ran here than are recorded.';
  if (count === undefined) {
    return `The run is long: from here on ${what === 'lines' ? 'lines are' : 'what frames do is'} not recorded.`;
  }
  return `${countThinned(what, count)} ran here that ${count === 1 ? 'is' : 'are'} not recorded.`;
}

/** Returns a number of things that are not recorded, in words: `1,200 moves of frames`. */
export function countThinned(what: ThinnedEvent['what'], count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? things[what] : plurals[what]}`;
}
