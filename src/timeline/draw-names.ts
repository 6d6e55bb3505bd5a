import { escapeMarkup } from './escape-markup.ts';
import { formatLength } from './format-length.ts';
import type { Geometry } from './geometry.ts';

const longestName = 15;

/** Returns the lanes' names as an SVG element as high as the run's, to stand beside it and stay while the run scrolls. */
export function drawNames(geometry: Geometry): string {
  const { namesWidth, height, lanes, rows } = geometry;
  const size = `viewBox="0 0 ${namesWidth} ${formatLength(height)}" width="${namesWidth}" height="${formatLength(height)}"`;
  const names = lanes.map(({ id, name, y, height: lane }) => {
    const text = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
    const kind = id === null ? 'name outside' : 'name';
    return `<text class="${kind}" x="0" y="${formatLength(y + lane / 2 + 4.5)}">${escapeMarkup(text)}</text>`;
  });
  const row = (y: number | null, text: string): string =>
    y === null ? '' : `<text class="row" x="0" y="${formatLength(y)}">${text}</text>`;
  const inside = `${row(rows.clock, 'clock')}${names.join('')}${row(rows.iterations, 'iteration')}`;
  return `<svg class="timeline-names" aria-hidden="true" ${size}>${inside}</svg>`;
}
