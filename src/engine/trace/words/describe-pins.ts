import type { Pin } from '../pins/parse-pins.ts';
import { joinCells, tellPin } from '../pins/pin-text.ts';
import type { Run } from '../run.ts';

/**
 * Returns what step `n` has made of the pinned variables: `ready: toast, coffee → coffee; asleep: nothing.` With an arrow, what
 * each was on the way, if that is wanted. Empty where the step has changed none.
 */
export function describePins(run: Run, pins: readonly Pin[], n: number, hasWay = true): string {
  const told = pins.flatMap((pin) => {
    const { name, shape, cells, size, passed, isChanged } = tellPin(run, pin, n);
    if (!isChanged || cells === null) return [];
    const more = size > cells.length ? `, … (${size} in all)` : '';
    return [`${name}: ${[...(hasWay ? passed : []), `${joinCells(cells, shape)}${more}`].join(' → ')}`];
  });
  return told.length === 0 ? '' : `${told.join('; ')}.`;
}
