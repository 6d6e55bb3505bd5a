import type { Obstacles } from './fit-label.ts';
import type { BatonPass, CauseArrow, Lane, Mark } from './geometry.ts';

/** Returns what a label in the lane must keep clear of: the signs in it, and the places where the baton and the arrows cross it. */
export function listObstacles(
  lane: Lane,
  baton: readonly BatonPass[],
  causes: readonly CauseArrow[],
  marks: readonly Mark[],
): Obstacles {
  const middle = lane.y + lane.height / 2;
  const isAcross = (y1: number, y2: number): boolean => Math.min(y1, y2) < middle && Math.max(y1, y2) > middle;
  return {
    standing: marks.filter(({ y }) => y === middle).map(({ x }) => x),
    crossing: [
      ...baton.flatMap(({ from, to }) => (isAcross(from.y, to.y) ? [from.x] : [])),
      ...causes.flatMap(({ from, to }) => (isAcross(from.y, to.y) ? [from.x, to.x] : [])),
    ],
  };
}
