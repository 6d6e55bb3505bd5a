import { describe, expect, it } from 'vitest';
import { preloadImports } from './preload-imports.ts';

const imports = new Map([
  ['_astro/figure.js', ['_astro/stage.js']],
  ['_astro/path.js', ['_astro/read.js', '_astro/stage.js']],
  ['_astro/stage.js', ['_astro/trace.js']],
  ['_astro/trace.js', ['_astro/stage.js']],
  ['_astro/read.js', []],
  ['_astro/alone.js', []],
]);
const page = (scripts: readonly string[], links = ''): string =>
  `<html><head><title>A</title>${links}</head><body>${scripts
    .map((name) => `<script type="module" src="/base/_astro/${name}.js"></script>`)
    .join('')}</body></html>`;
const link = (name: string): string => `<link rel="modulepreload" href="/base/_astro/${name}.js">`;

describe('preloadImports', () => {
  it("names every import of a page's scripts once, at any depth and in a circle", () => {
    const scripts = ['figure', 'path'];
    expect(preloadImports(page(scripts), imports)).toBe(page(scripts, link('stage') + link('trace') + link('read')));
  });

  it('leaves out scripts that the page loads itself', () => {
    expect(preloadImports(page(['figure', 'stage']), imports)).toBe(page(['figure', 'stage'], link('trace')));
  });

  it('does not change a page whose scripts import nothing, or that it has already changed', () => {
    expect(preloadImports(page(['alone']), imports)).toBe(page(['alone']));
    expect(preloadImports(page([]), imports)).toBe(page([]));
    const once = preloadImports(page(['path']), imports);
    expect(preloadImports(once, imports)).toBe(once);
  });
});
