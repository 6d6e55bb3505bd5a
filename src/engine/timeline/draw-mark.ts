import type { Mark, MarkKind } from './geometry.ts';
import { markup } from './write-markup.ts';

/** Each sign as a path, about ten pixels wide: where it starts, from its center, and the rest, from there. */
const shapes: Record<Exclude<MarkKind, 'place'>, readonly [dx: number, dy: number, rest: string]> = {
  resume: [-3, -4.5, 'l7 4.5l-7 4.5z'],
  throw: [0, -5, 'v6m0 3v.5'],
  close: [-3.5, -3.5, 'h7v7h-7z'],
  callback: [-3, -4.5, 'l7 4.5l-7 4.5z'],
  suspend: [-2.5, -4, 'v8m5 -8v8'],
  stay: [-2.5, -4, 'v8m5 -8v8'],
  print: [-4, -3, 'h8m-8 3h8m-8 3h5'],
  create: [-4, 0, 'h8m-4 -4v8'],
  jump: [-5, -4, 'l4 4l-4 4m6 -8l4 4l-4 4'],
  timer: [0, -4, 'a4 4 0 1 1 -.1 0zm0 2v2h2'],
  cancel: [-3.5, -3.5, 'l7 7m0 -7l-7 7'],
  cancelled: [-3.5, -3.5, 'l7 7m0 -7l-7 7'],
  done: [-4, 0.5, 'l3 3l5 -7'],
  failed: [0, -5, 'v6m0 3v.5'],
  warning: [0, -5, 'l5 9h-10zm0 3v3'],
  note: [0, -2, 'a2 2 0 1 1 -.1 0z'],
};

/** Returns the sign of a step as SVG text. */
export function drawMark({ kind, at, x, y, text, inverse }: Mark): string {
  if (kind === 'place') return markup`<text class="place" data-step="${at}" x="${x}" y="${y + 4}">${text ?? ''}</text>`;
  const [dx, dy, rest] = shapes[kind];
  const path = markup`M${x + dx} ${y + dy}${rest}`;
  return `<path class="mark ${kind}${inverse ? ' inverse' : ''}" data-step="${at}" d="${path}"/>`;
}
