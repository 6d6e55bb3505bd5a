import type { Trace } from '../event/events.ts';
import { countThinned } from './describe-thinning.ts';

/** Returns how much of a run its record omits, as a sentence beside the drawing; undefined if it omits nothing. */
export function describeGaps({ events }: Trace): string | undefined {
  const left = { lines: 0, frames: 0 };
  for (const event of events) if (event.kind === 'thinned') left[event.what] += event.count ?? 0;
  const parts = (['lines', 'frames'] as const).flatMap((what) =>
    left[what] === 0 ? [] : [countThinned(what, left[what])],
  );
  const cut = events.some((event) => event.kind === 'thinned' && event.count === undefined);
  if (parts.length === 0) return cut ? 'The run is long: a part of it is not recorded, and not drawn.' : undefined;
  return `The run is long: ${parts.join(' and ')} of it are not recorded, and not drawn.`;
}
