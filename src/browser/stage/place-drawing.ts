import type { Axis } from '../../engine/timeline/geometry.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { drawFigure } from '../../engine/timeline/draw-figure.ts';
import { layoutTimeline } from '../../engine/timeline/layout-timeline.ts';

type Policy = { createHTML(text: string): string };
type TrustedTypes = { createPolicy(name: string, rules: Policy): Policy };

let policy: Policy | undefined;

/** Puts the drawing of a run in the place of the one that is there. The text comes from our own drawing, which escapes what it quotes. */
export function placeDrawing(picture: Element, trace: Trace, id: string, title: string, axis: Axis = 'step'): void {
  const text = drawFigure(layoutTimeline(trace, { title: `Drawn run: ${title}`, axis }), id);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('drawing', { createHTML: (drawing) => drawing });
  const parsed = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/html');
  picture.replaceChildren(...parsed.body.children);
}
