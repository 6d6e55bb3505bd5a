import type { Run } from '../trace/open-run.ts';
import { type FrameList, type FrameText, listFrameTexts } from './frame-list.ts';
import { listMeasured } from './list-measured.ts';

const rowHeight = 24;
const cardEdge = 10;
const gap = 8;
/** A taller list scrolls. */
const tallest = 360;

/**
 * Returns how much room the frames of the tallest step need, in pixels: with the two lists side by side, and one above the other.
 */
export function measureFrames(run: Run): { readonly wide: number; readonly narrow: number } {
  let [wide, narrow] = [0, 0];
  for (const step of listMeasured(run)) {
    if (wide >= tallest) break;
    const list = listFrameTexts(run, step);
    const [stack, suspended] = [measureList(list, 'stack'), measureList(list, 'suspended')];
    wide = Math.max(wide, stack, suspended);
    narrow = Math.max(narrow, stack === 0 || suspended === 0 ? stack + suspended : stack + gap + suspended);
  }
  return { wide: Math.min(wide, tallest), narrow: Math.min(narrow, tallest) };
}

/** An empty list is not shown. */
function measureList({ stack, suspended, more }: FrameList, key: keyof FrameList['more']): number {
  const chains = key === 'stack' ? [stack] : suspended;
  const heights = chains
    .filter((chain) => chain.length > 0)
    .map((chain) => chain.reduce((sum, frame) => sum + measureCard(frame), 0));
  if (heights.length === 0) return 0;
  const rest = more[key] === 0 ? 0 : rowHeight;
  return heights.reduce((sum, height) => sum + height + gap, rowHeight + rest - gap);
}

function measureCard({ variables, waits }: FrameText): number {
  return cardEdge + rowHeight * (1 + variables.length + (waits === null ? 0 : 1));
}
