import { drawNames } from './draw-names.ts';
import { drawTimeline } from './draw-timeline.ts';
import { escapeMarkup } from './escape-markup.ts';
import { drawStrips } from './draw-strips.ts';
import type { Geometry } from './geometry.ts';

/**
 * Returns the names and the run side by side as HTML. The run scrolls sideways in a region that the keyboard can reach, while the
 * names stay. After it comes the same run in strips, for paper. `id` must be unique on the page.
 */
export function drawFigure(geometry: Geometry, id: string): string {
  return drawSheet(geometry, id) + drawStrips(geometry, id);
}

/** The same without the strips for paper. */
export function drawSheet(geometry: Geometry, id: string): string {
  return (
    `<div class="timeline" data-view="${geometry.view}" data-axis="${geometry.axis}">${drawNames(geometry, id)}` +
    `<div class="timeline-scroll" tabindex="0" role="region" aria-label="${escapeMarkup(geometry.title)}">` +
    `${drawTimeline(geometry, id)}</div></div>`
  );
}
