import type { Geometry } from './geometry.ts';
import { splitStrips } from './split-strips.ts';
import { markup } from './write-markup.ts';

/** What fits the width of a sheet of paper, names included, at a size that can be read. */
const paperWidth = 760;

/**
 * Returns the run again for paper, as strips under each other that each begin with the names; nothing for a run that fits as it is.
 * The strips show the drawing with that `id` once more (`<use>`), so they cost a line each and are always up to date.
 */
export function drawStrips(geometry: Geometry, id: string): string {
  const { namesWidth, width, height } = geometry;
  if (namesWidth + width <= paperWidth) return '';
  const strips = splitStrips(geometry, paperWidth - namesWidth);
  // All as wide as the widest, so that they shrink alike.
  const all = namesWidth + Math.max(...strips.map((strip) => strip.width));
  const drawn = strips.map(
    (strip) =>
      markup`<svg viewBox="0 0 ${all} ${height}" width="${all}" height="${height}"><use href="#${id}-names"/>` +
      markup`<svg x="${namesWidth}" width="${strip.width}" height="${height}" viewBox="${strip.x} 0 ${strip.width} ${height}">` +
      markup`<use href="#${id}-run"/></svg></svg>`,
  );
  return `<div class="timeline-strips" aria-hidden="true" hidden="">${drawn.join('')}</div>`;
}
