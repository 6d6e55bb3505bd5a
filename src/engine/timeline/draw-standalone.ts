import { drawNames } from './draw-names.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { Geometry } from './geometry.ts';
import { markup } from './write-markup.ts';

/**
 * Returns names and run as one SVG file that needs no page around it: for feeds, thumbnails and Open Graph pictures.
 *
 * @param style the style sheet, as `resolveTokens` makes it from `timeline.css`
 */
export function drawStandalone(geometry: Geometry, style: string): string {
  const { namesWidth, width, height } = geometry;
  const all = namesWidth + width;
  const size = markup`viewBox="0 0 ${all} ${height}" width="${all}" height="${height}"`;
  const names = namesWidth > 0 ? drawNames(geometry, 'run') : '';
  const run = drawTimeline(geometry, 'run').replace('<svg ', `<svg x="${namesWidth}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${names}${run}</svg>`;
}

/**
 * Returns a style sheet without layers, in which every `var(--name)` is replaced by its value, for programs that support neither.
 *
 * @param tokens values by name, such as `{ running: '#1a7f4b', mono: 'monospace' }`; variables without a value become their
 * fallback
 */
export function resolveTokens(css: string, tokens: Readonly<Record<string, string>>): string {
  const flat = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/^\s*@layer[^{]*\{([\s\S]*)\}\s*$/, '$1');
  return flat
    .replace(
      /var\(--([\w-]+)(?:,\s*([^()]*))?\)/g,
      (_, name: string, fallback?: string) => tokens[name] ?? fallback ?? 'currentcolor',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
