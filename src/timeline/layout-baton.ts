import type { Column, Lane, Point } from './geometry.ts';

/**
 * Returns the corners of the baton: one unbroken line through the whole run, along the lane that has control, and straight across
 * to the next one wherever control changes hands.
 */
export function layoutBaton(columns: readonly Column[], lanes: readonly Lane[]): readonly Point[] {
  const points: Point[] = [];
  for (const { x, width, holder } of columns) {
    const lane = lanes[holder];
    const y = lane ? lane.y + lane.height / 2 : 0;
    const previous = points.at(-1);
    if (previous?.y === y) points[points.length - 1] = { x: x + width, y };
    else points.push({ x, y }, { x: x + width, y });
  }
  const [end, column] = [points.at(-1), columns.at(-1)];
  if (end && column) points[points.length - 1] = { x: end.x - column.width / 2, y: end.y };
  return points;
}
