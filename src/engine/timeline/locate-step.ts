import type { Column, Geometry } from './geometry.ts';

/** Returns the column of a step; undefined if the step is not drawn. */
export function findColumn({ columns }: Pick<Geometry, 'columns'>, step: number): Column | undefined {
  return columns[step - (columns[0]?.step ?? 1)];
}

/** Returns the number of the step whose column contains `x`; the first or the last if `x` is outside; 0 for an empty run. */
export function stepAtX({ columns }: Pick<Geometry, 'columns'>, x: number): number {
  let [low, high] = [0, columns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((columns[middle]?.x ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return columns[low]?.step ?? 0;
}

/** Returns the middle of the step's column: of the first or the last one if there is no such step, 0 for an empty run. */
export function findStepMiddle({ columns }: Pick<Geometry, 'columns'>, step: number): number {
  const first = columns[0]?.step ?? 1;
  const column = columns[Math.min(Math.max(step - first, 0), columns.length - 1)];
  return column ? column.x + column.width / 2 : 0;
}
