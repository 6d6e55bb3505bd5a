import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import type { Trace } from '../trace/events.ts';
import { drawRun, lightTokens } from './_draw-run.ts';

const width = 1200;
const height = 630;
const margin = 72;
const letters = Array.from({ length: 0x24f }, (_, code) => String.fromCodePoint(code + 0x20)).join('') + '–—‘’“”…→✓✕▶';

let fonts: Promise<string[]> | undefined;

/** A link preview, 1200 × 630 pixels, as PNG: the baton, a title, and the run of the page's first demo. */
export async function drawPreview(title: string, trace: Trace): Promise<Uint8Array> {
  const run = drawRun(trace);
  const lines = breakLines(title, 34);
  const top = 190 + lines.length * 76;
  const scale = Math.min((height - top - 50) / run.height, 2.2);
  const color = (name: string): string => lightTokens[name] ?? '#000';
  const text = lines
    .map((line, index) => `<text x="${margin}" y="${200 + index * 76}">${escape(line)}</text>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${color('page')}"/>
<g transform="translate(${margin} 54) scale(2.2)" fill="none"><path d="M2 7h10M12 17h10" stroke="${color('line-strong')}" stroke-width="4"/><path d="M12 2v20" stroke="${color('running')}" stroke-width="3"/></g>
<text x="${margin + 72}" y="94" font-family="Source Serif 4 Variable, serif" font-size="36" fill="${color('muted')}">Yieldpoint</text>
<g font-family="Source Serif 4 Variable, serif" font-size="64" fill="${color('text')}">${text}</g>
<g transform="translate(${margin} ${top - 20}) scale(${scale})">${run.svg.replaceAll('monospace', 'JetBrains Mono, JetBrains Mono Variable')}</g>
</svg>`;
  return rasterize(svg, width);
}

/** An SVG as PNG of that width, with the site's own type. */
export async function rasterize(svg: string, pixels: number): Promise<Uint8Array> {
  const fontFiles = await (fonts ??= unpackFonts());
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: pixels },
    font: { fontFiles, loadSystemFonts: false, monospaceFamily: 'JetBrains Mono', defaultFontFamily: 'Source Serif 4' },
  });
  return new Uint8Array(resvg.render().asPng());
}

/** The library takes fonts as unpacked files only. */
async function unpackFonts(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yieldpoint-fonts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return Promise.all(
    (['serif', 'mono'] as const).map(async (name) => {
      const packed = readFileSync(path.resolve('src/fonts', `${name}.woff2`));
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
