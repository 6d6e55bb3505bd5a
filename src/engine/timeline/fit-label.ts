import { letterWidth } from './measures.ts';

const before = 5;
const after = 3;
const halfSign = 4;
const shortest = 8;

/**
 * The places in a lane that are taken, which no label may cover, and the places where a line crosses, which a label should rather
 * not cover.
 */
export type Obstacles = { readonly standing: readonly number[]; readonly crossing: readonly number[] };

/**
 * Returns where in a stretch from `start` to `end` a label begins and how much of it fits: the whole label, or the label without
 * its `on`, or else as much as fits into the widest gap. Null if less than eight letters would be left.
 */
export function fitLabel(
  label: string,
  start: number,
  end: number,
  { standing, crossing }: Obstacles,
): { readonly x: number; readonly text: string } | null {
  if (label === '') return null;
  const short = label.replace(/^on /, '');
  const gaps = listGaps(start, end, standing);
  for (const choice of [listGaps(start, end, standing, crossing), gaps]) {
    for (const text of [label, short]) {
      const gap = choice.find(({ room }) => text.length <= room);
      if (gap) return { x: gap.x, text };
    }
  }
  const widest = gaps.reduce((best, gap) => (gap.room > best.room ? gap : best));
  return widest.room < shortest ? null : { x: widest.x, text: `${short.slice(0, widest.room - 1)}…` };
}

type Gap = { readonly x: number; readonly room: number };

function listGaps(
  start: number,
  end: number,
  standing: readonly number[],
  crossing: readonly number[] = [],
): readonly [Gap, ...Gap[]] {
  const edges = [...standing.map((x) => ({ x, half: halfSign })), ...crossing.map((x) => ({ x, half: 0 }))]
    .filter(({ x }) => x > start && x < end)
    .sort((a, b) => a.x - b.x);
  const gapAfter = (index: number): Gap => {
    const [from, to] = [edges[index], edges[index + 1]];
    const left = (from ? from.x + from.half : start) + before;
    const right = (to ? to.x - to.half : end) - after;
    return { x: left, room: Math.floor((right - left) / letterWidth) };
  };
  return [gapAfter(-1), ...edges.map((_, index) => gapAfter(index))];
}
