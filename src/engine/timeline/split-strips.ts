import type { Geometry } from './geometry.ts';
import { letterWidth } from './measures.ts';

/** A part of the run that begins at `x` and is `width` wide. */
export type Strip = { readonly x: number; readonly width: number };

/**
 * Cuts a run into strips of at most `room` pixels, to be printed one below the other. A cut is between two steps and, if possible,
 * not through words; for that it may give up at most a third of a strip. A single step wider than `room` is a strip of its own.
 * There are as few strips as possible, all of about the same width, so that the last one is not a single step.
 */
export function splitStrips(geometry: Geometry, room: number): readonly Strip[] {
  const words = listWords(geometry);
  const countCut = (strips: readonly Strip[]): number =>
    strips.slice(1).reduce((sum, { x }) => sum + words.filter(([from, to]) => x > from && x < to).length, 0);
  const fewest = cutStrips(geometry, room, words);
  for (let less = geometry.width / fewest.length; less < room; less += step) {
    const strips = cutStrips(geometry, less, words);
    if (strips.length === fewest.length && countCut(strips) <= countCut(fewest)) return strips;
  }
  return fewest;
}

/** How much wider the strips become at each attempt, in pixels. */
const step = 24;

/** Cuts a run into strips, each as wide as it can be. */
function cutStrips({ columns, width }: Geometry, room: number, words: readonly Words[]): readonly Strip[] {
  const edges = columns.slice(1).map(({ x }) => x);
  const strips: Strip[] = [];
  let start = 0;
  while (width - start > room) {
    const ahead = edges.filter((x) => x > start);
    const fitting = ahead.filter((x) => x - start <= room).reverse();
    const clear = fitting.find((x) => x - start > (room * 2) / 3 && words.every(([from, to]) => x <= from || x >= to));
    const end = clear ?? fitting[0] ?? ahead[0];
    if (end === undefined) break;
    strips.push({ x: start, width: end - start });
    start = end;
  }
  return [...strips, { x: start, width: width - start }];
}

/** Where words begin and end. */
type Words = readonly [from: number, to: number];

function listWords({ segments, passages, readings }: Geometry): readonly Words[] {
  const words = [
    ...segments.flatMap(({ label }) => (label === null ? [] : [label])),
    ...passages.map(({ label, text }) => ({ x: label.x, text })),
    ...readings,
  ];
  return words.map(({ x, text }) => [x, x + text.length * letterWidth]);
}
