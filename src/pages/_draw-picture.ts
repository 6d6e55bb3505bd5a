import tokensCss from '../styles/tokens.css?raw';
import { drawStandalone, resolveTokens } from '../engine/timeline/draw-standalone.ts';
import { layoutTimeline } from '../engine/timeline/layout-timeline.ts';
import timelineCss from '../engine/timeline/timeline.css?raw';
import type { Trace } from '../engine/trace/event/events.ts';
import { openRun } from '../engine/trace/open-run.ts';

/** The light theme's colors by name, such as `running`. */
export const lightTokens: Readonly<Record<string, string>> = Object.fromEntries(
  [...tokensCss.matchAll(/--([\w-]+):\s*light-dark\((#\w+),/g)].map(([, name = '', color = '']) => [name, color]),
);

const style = resolveTokens(timelineCss, { ...lightTokens, mono: 'monospace' });

/** The style sheet of a drawing in its own file. */
export const pictureStyle = { style, ground: lightTokens['page'] ?? '#fff' };

/** Draws a run as an SVG file of its own, on the light page's background: for feeds and link previews. */
export function drawPicture(trace: Trace): { readonly svg: string; readonly width: number; readonly height: number } {
  const geometry = layoutTimeline(openRun(trace));
  const width = geometry.namesWidth + geometry.width;
  const ground = `<rect width="${width}" height="${geometry.height}" fill="${lightTokens['page'] ?? '#fff'}"/>`;
  const svg = drawStandalone(geometry, style).replace('</style>', `</style>${ground}`);
  return { svg, width, height: geometry.height };
}
