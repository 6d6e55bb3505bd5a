import type { ThinnedEvent, Trace } from '../event/events.ts';

const things = { lines: 'line', frames: 'move of a frame' } as const;
const plurals = { lines: 'lines', frames: 'moves of frames' } as const;

/** Returns the meaning of an event of this kind, as a sentence. */
export function describeThinning({ what, count, isForNow }: ThinnedEvent): string {
  if (isForNow) return 'More lines ran here than are recorded.';
  if (count === undefined) {
    return `The run is long: from here on ${what === 'lines' ? 'lines are' : 'what frames do is'} not recorded.`;
  }
  const number = count.toLocaleString('en');
  return `${number} ${count === 1 ? things[what] : plurals[what]} ran here that ${count === 1 ? 'is' : 'are'} not recorded.`;
}

/** Returns how much of a run its record omits, as a sentence beside the drawing; undefined if it omits nothing. */
export function describeGaps({ events }: Trace): string | undefined {
  const left = { lines: 0, frames: 0 };
  for (const event of events) if (event.kind === 'thinned') left[event.what] += event.count ?? 0;
  const parts = (['lines', 'frames'] as const).flatMap((what) =>
    left[what] === 0 ? [] : [`${left[what].toLocaleString('en')} ${left[what] === 1 ? things[what] : plurals[what]}`],
  );
  const cut = events.some((event) => event.kind === 'thinned' && event.count === undefined);
  if (parts.length === 0) return cut ? 'The run is long: a part of it is not recorded, and not drawn.' : undefined;
  return `The run is long: ${parts.join(' and ')} of it are not recorded, and not drawn.`;
}
