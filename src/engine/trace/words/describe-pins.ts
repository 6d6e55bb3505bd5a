import type { Pin } from '../pins/parse-pins.ts';
import { joinCells, tellPin } from '../pins/pin-text.ts';
import { readPinned } from '../pins/read-pinned.ts';
import type { Run } from '../open-run.ts';
import type { PinnedWords } from './describe-changes.ts';

/**
 * Returns the sentences about a run's pinned variables.
 *
 * @param hasWay whether to include the values of each on the way to a step
 */
export function wordPins(run: Run, pins: readonly Pin[], hasWay = true): PinnedWords {
  return {
    describe: (n) => describePins(run, pins, n, hasWay),
    list: (n) =>
      pins
        .filter(({ path }) => path.length === 1)
        .map((pin) => {
          const { frame, name } = readPinned(run, pin, n);
          return `${frame} ${name}`;
        }),
  };
}

/**
 * Returns what step `n` did to the pinned variables: `ready: toast, coffee → coffee; asleep: nothing.` The values on the way come
 * with arrows, if they are wanted. Empty if the step changed none.
 */
function describePins(run: Run, pins: readonly Pin[], n: number, hasWay: boolean): string {
  const told = pins.flatMap((pin) => {
    const { name, shape, cells, size, passed, isChanged } = tellPin(run, pin, n);
    if (!isChanged || cells === null) return [];
    const more = size > cells.length ? `, … (${size} in all)` : '';
    return [`${name}: ${[...(hasWay ? passed : []), `${joinCells(cells, shape)}${more}`].join(' → ')}`];
  });
  return told.length === 0 ? '' : `${told.join('; ')}.`;
}
