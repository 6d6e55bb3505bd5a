import type { Mark, MarkKind } from './geometry.ts';
import { markup } from './write-markup.ts';

/** Each sign as a path around its center, about ten pixels wide: the start, then the rest. */
const shapes: Record<Exclude<MarkKind, 'place'>, readonly (readonly [dx: number, dy: number, rest: string])[]> = {
  resume: [[-3, -4.5, 'l7 4.5l-7 4.5z']],
  throw: [
    [0, -5, 'v6'],
    [0, 4, 'v.5'],
  ],
  close: [[-3.5, -3.5, 'h7v7h-7z']],
  callback: [[-3, -4.5, 'l7 4.5l-7 4.5z']],
  suspend: [
    [-2.5, -4, 'v8'],
    [2.5, -4, 'v8'],
  ],
  stay: [
    [-2.5, -4, 'v8'],
    [2.5, -4, 'v8'],
  ],
  print: [
    [-4, -3, 'h8'],
    [-4, 0, 'h8'],
    [-4, 3, 'h5'],
  ],
  create: [[-4, 0, 'h8m-4 -4v8']],
  jump: [
    [-5, -4, 'l4 4l-4 4'],
    [1, -4, 'l4 4l-4 4'],
  ],
  timer: [
    [0, -4, 'a4 4 0 1 1 -.1 0z'],
    [0, -2, 'v2h2'],
  ],
  cancel: [[-3.5, -3.5, 'l7 7m0 -7l-7 7']],
  cancelled: [[-3.5, -3.5, 'l7 7m0 -7l-7 7']],
  done: [[-4, 0.5, 'l3 3l5 -7']],
  failed: [
    [0, -5, 'v6'],
    [0, 4, 'v.5'],
  ],
  warning: [
    [0, -5, 'l5 9h-10z'],
    [0, -2, 'v3'],
  ],
  note: [[0, -2, 'a2 2 0 1 1 -.1 0z']],
};

/** Returns the sign of a step as SVG text. */
export function drawMark({ kind, at, x, y, text, inverse }: Mark): string {
  if (kind === 'place') return markup`<text class="place" data-step="${at}" x="${x}" y="${y + 4}">${text ?? ''}</text>`;
  const path = shapes[kind].map(([dx, dy, rest]) => markup`M${x + dx} ${y + dy}${rest}`).join('');
  return `<path class="mark ${kind}${inverse ? ' inverse' : ''}" data-step="${at}" d="${path}"/>`;
}
