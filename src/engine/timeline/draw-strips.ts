import type { Geometry } from './geometry.ts';
import { splitStrips } from './split-strips.ts';
import { markup } from './write-markup.ts';

/** The width that fits on a sheet of paper at a readable size, including the names. */
const paperWidth = 760;

/**
 * Returns the run again for paper, as strips one below the other that each begin with the names; nothing for a run that fits on the
 * page. The strips reuse the drawing with that `id` (`<use>`), so each costs one line and is always up to date.
 */
export function drawStrips(geometry: Geometry, id: string): string {
  const { namesWidth, width, height } = geometry;
  if (namesWidth + width <= paperWidth) return '';
  const strips = splitStrips(geometry, paperWidth - namesWidth);
  // All as wide as the widest, so that they shrink by the same factor.
  const all = namesWidth + Math.max(...strips.map((strip) => strip.width));
  const drawn = strips.map(
    (strip) =>
      markup`<svg viewBox="0 0 ${all} ${height}" width="${all}" height="${height}"><use href="#${id}-names"/>` +
      markup`<svg x="${namesWidth}" width="${strip.width}" height="${height}" viewBox="${strip.x} 0 ${strip.width} ${height}">` +
      markup`<use href="#${id}-run"/></svg></svg>`,
  );
  return `<div class="timeline-strips" aria-hidden="true" hidden="">${drawn.join('')}</div>`;
}
