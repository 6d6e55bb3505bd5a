import type { PendingTimer, Present, Tie } from './geometry.ts';
import { markup } from './write-markup.ts';

/** The paths for what is true at one step, by class: `<path class="present call" />`. They are empty in the drawing itself. */
export const presentKinds = ['call', 'delegation', 'wait', 'timer', 'due'] as const;

/** Returns the path data for each of `presentKinds`; an empty text if there is nothing to show. */
export function drawPresent({ ties, timers }: Present): Readonly<Record<(typeof presentKinds)[number], string>> {
  const draw = (kind: Tie['kind']): string =>
    ties
      .filter((tie) => tie.kind === kind)
      .map(drawTie)
      .join('');
  return {
    call: draw('call'),
    delegation: draw('delegation'),
    wait: draw('wait'),
    timer: timers.map(({ x1, x2, y }) => markup`M${x1} ${y}H${x2}`).join(''),
    due: timers
      .filter(({ isDue }) => isDue)
      .map(drawClock)
      .join(''),
  };
}

/** A plain bar between linked frames, with a tip if one waits for the other. */
function drawTie({ kind, x, y1, y2 }: Tie): string {
  if (kind !== 'wait') return markup`M${x} ${y1}V${y2}`;
  const head = y2 > y1 ? -4 : 4;
  return markup`M${x} ${y1}V${y2}M${x - 3} ${y2 + head}l3 ${-head}l3 ${head}`;
}

/** A small clock where a timer is due. */
function drawClock({ x2, y }: PendingTimer): string {
  return markup`M${x2 - 4} ${y - 4}a4 4 0 1 1 -.1 0zm0 1.5v2.5h2`;
}
