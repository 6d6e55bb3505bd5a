import { drawFigure } from '../../engine/timeline/draw-figure.ts';
import type { Axis } from '../../engine/timeline/geometry.ts';
import { layoutTimeline } from '../../engine/timeline/layout-timeline.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { placeMarkup } from './place-markup.ts';

/** Replaces the drawing in the page with the drawing of a run. */
export function placeDrawing(picture: Element, run: Run, id: string, title: string, axis: Axis = 'step'): void {
  placeMarkup(picture, drawFigure(layoutTimeline(run, { title: `Drawn run: ${title}`, axis }), id));
}
