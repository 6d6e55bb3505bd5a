import { drawNames } from './draw-names.ts';
import { drawTimeline } from './draw-timeline.ts';
import { escapeMarkup } from './escape-markup.ts';
import { drawStrips } from './draw-strips.ts';
import type { Geometry } from './geometry.ts';

/** A drawing that is wider scrolls on a phone, and says how far it goes. */
const phoneWidth = 340;

/**
 * Returns the names and the run side by side as HTML. The run scrolls sideways in a region that the keyboard can reach, while the
 * names stay. After it comes the same run in strips, for paper. `id` must be unique on the page.
 */
export function drawFigure(geometry: Geometry, id: string): string {
  return drawSheet(geometry, id) + drawStrips(geometry, id);
}

/** The same without the strips for paper. */
export function drawSheet(geometry: Geometry, id: string): string {
  const { view, axis, namesWidth, width, steps } = geometry;
  const end = namesWidth + width > phoneWidth ? ` data-end="to step ${steps}"` : '';
  return (
    `<div class="timeline" data-view="${view}" data-axis="${axis}"${end}>${drawNames(geometry, id)}` +
    `<div class="timeline-scroll" tabindex="0" role="region" aria-label="${escapeMarkup(geometry.title)}">` +
    `${drawTimeline(geometry, id)}</div></div>`
  );
}
