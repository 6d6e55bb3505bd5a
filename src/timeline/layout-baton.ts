import type { Column, Lane, Point } from './geometry.ts';

/**
 * Returns the corners of the baton: one unbroken line through the whole run, along the lane that has control, and straight across
 * to the next one wherever control changes hands. It runs from the middle of the first step to the middle of the last.
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
  const [start, end] = [columns[0], columns.at(-1)];
  const [head, tail] = [points[0], points.at(-1)];
  if (start && head) points[0] = { x: head.x + start.width / 2, y: head.y };
  if (end && tail) points[points.length - 1] = { x: tail.x - end.width / 2, y: tail.y };
  return points;
}
