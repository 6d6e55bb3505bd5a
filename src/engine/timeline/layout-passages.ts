import type { MomentTable } from '../trace/state/moment.ts';
import type { Column, Lane, FramePassage } from './geometry.ts';
import { readPassage, roomBefore } from './read-passage.ts';

/**
 * Returns how control passes between frames: an arrow from the frame (or the program) that gives it to the one that gets it, at the
 * left edge of the step, with its value beside its head. A frame that only delegates is skipped, as in PEP 380.
 */
export function layoutPassages(
  { moments, holderBefore }: MomentTable,
  columns: readonly Column[],
  lanes: readonly Lane[],
): readonly FramePassage[] {
  return columns.flatMap(({ step, x }, index): FramePassage[] => {
    const moment = moments[index];
    const spoken = moment && readPassage(moment, moments[index - 1]?.holder ?? holderBefore);
    const [from, to] = [lanes[spoken?.from ?? -1], lanes[spoken?.to ?? -1]];
    if (!spoken || !from || !to) return [];
    const isDown = from.y < to.y;
    const [y1, y2] = isDown ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    const label = { x: x + roomBefore, y: isDown ? y2 - 6 : y2 + 14 };
    return [{ step, kind: spoken.kind, x, y1, y2, text: spoken.text, label }];
  });
}
