import { escapeMarkup } from './escape-markup.ts';
import type { Geometry } from './geometry.ts';
import { isOutside } from '../trace/state/moment.ts';
import { markup } from './write-markup.ts';

/**
 * Returns the lanes' names as an SVG element as high as the run's. It is beside the run and stays while the run scrolls. `id` is
 * the run's. A text without an `x` begins at the left edge.
 */
export function drawNames({ namesWidth, height, lanes, rows }: Geometry, id: string): string {
  const names = lanes.map(({ id, label, y, height: lane }) => {
    const kind = isOutside(id) ? 'name outside' : 'name';
    return markup`<text class="${kind}" y="${y + lane / 2 + 4.5}">${escapeMarkup(label)}</text>`;
  });
  const row = (y: number | null, text: string): string =>
    y === null ? '' : markup`<text class="row" y="${y}">${text}</text>`;
  const inside = `${row(rows.clock, 'clock')}${names.join('')}${row(rows.iterations, 'iteration')}`;
  const size = markup`viewBox="0 0 ${namesWidth} ${height}" width="${namesWidth}" height="${height}"`;
  return `<svg class="timeline-names" id="${id}-names" aria-hidden="true" ${size}>${inside}</svg>`;
}
