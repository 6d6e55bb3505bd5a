import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Trace } from '../engine/trace/event/events.ts';
import { drawPicture, lightTokens } from './_draw-picture.ts';

const width = 1200;
const height = 630;
const margin = 72;
const serif = 'Source Serif 4 Variable, serif';
const letters = Array.from({ length: 0x24f }, (_, code) => String.fromCodePoint(code + 0x20)).join('') + '–—‘’“”…→✓✕▶';

let fonts: Promise<string[]> | undefined;

/** What is below a preview's title: the drawn run of a program, or a sentence. */
export type PreviewBody =
  { readonly kind: 'run'; readonly trace: Trace } | { readonly kind: 'text'; readonly text: string };

/** A link preview, 1200 × 630 pixels, as PNG: the baton, a title, and what is below it. */
export async function drawPreview(title: string, body: PreviewBody): Promise<Uint8Array> {
  const lines = breakLines(title, 30);
  const below = 190 + lines.length * 76;
  const drawn = body.kind === 'run' ? drawRunWithin(body.trace, below - 20) : drawText(body.text, below + 10);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${color('page')}"/>
<g transform="translate(${margin} 54) scale(2.2)" fill="none"><path d="M2 7h10M12 17h10" stroke="${color('line-strong')}" stroke-width="4"/><path d="M12 2v20" stroke="${color('running')}" stroke-width="3"/></g>
<g font-family="${serif}">
<text x="${margin + 72}" y="94" font-size="36" fill="${color('muted')}">Yieldpoint</text>
<g font-size="64" fill="${color('text')}">${placeLines(lines, 200, 76)}</g>
${drawn}
</g>
</svg>`;
  return rasterize(svg, width);
}

/** The whole run if it stays readable; otherwise its beginning, which fades out at the right. */
function drawRunWithin(trace: Trace, top: number): string {
  const run = drawPicture(trace);
  const fitting = (width - 2 * margin) / run.width;
  const scale = Math.min((height - top - 70) / run.height, 2.2, Math.max(fitting, 1.5));
  const drawing = `<g transform="translate(${margin} ${top}) scale(${scale})">${run.svg.replaceAll('monospace', 'JetBrains Mono')}</g>`;
  if (run.width * scale <= width - margin) return drawing;
  const stop = (offset: number, opacity: number): string =>
    `<stop offset="${offset}" stop-color="${color('page')}" stop-opacity="${opacity}"/>`;
  return `${drawing}<linearGradient id="fade">${stop(0, 0)}${stop(0.75, 1)}</linearGradient>
<rect x="${width - 240}" y="${top}" width="240" height="${height - top}" fill="url(#fade)"/>`;
}

function drawText(text: string, top: number): string {
  return `<g font-size="38" fill="${color('muted')}">${placeLines(breakLines(text, 54), top, 54)}</g>`;
}

function placeLines(lines: readonly string[], top: number, apart: number): string {
  return lines.map((line, index) => `<text x="${margin}" y="${top + index * apart}">${escape(line)}</text>`).join('');
}

function color(name: string): string {
  return lightTokens[name] ?? '#000';
}

/** Converts an SVG to a PNG of this width, with the site's own fonts. */
export async function rasterize(svg: string, pixels: number): Promise<Uint8Array> {
  // Both libraries are large, and most builds draw nothing.
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = await (fonts ??= unpackFonts());
  // In a separate thread, while the build continues with other pages.
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: pixels },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' },
  });
  return new Uint8Array(image.asPng());
}

/** The library accepts fonts only as uncompressed files. */
async function unpackFonts(): Promise<string[]> {
  const { default: subsetFont } = await import('subset-font');
  const folder = mkdtempSync(path.join(tmpdir(), 'yieldpoint-fonts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return Promise.all(
    (['serif', 'mono'] as const).map(async (name) => {
      const packed = readFileSync(path.resolve('src/styles/fonts', `${name}.woff2`));
      const file = path.join(folder, `${name}.ttf`);
      writeFileSync(file, await subsetFont(packed, letters, { targetFormat: 'sfnt' }));
      return file;
    }),
  );
}

function breakLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
