import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { colorRules } from './pages/find-violations.ts';

// In the dark theme, pages are checked by the rules about colors alone. These tests hold what that rests on.
const dist = path.join(import.meta.dirname, '../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:html|css|js)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(dist, file), 'utf8') }));

test('a theme changes colors and nothing else', () => {
  const styles = files.flatMap(({ file, text }) =>
    file.endsWith('.css') ? [text] : [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style = '']) => style),
  );
  expect(styles.length).toBeGreaterThan(5);
  // What the theme decides is the result of light-dark(), which can only be a color or an image.
  const themed = new Set(
    styles.flatMap((style) =>
      [...style.matchAll(/\[data-theme[^{]*\{([^}]*)\}/g)].map(([, declared = '']) => declared.trim()),
    ),
  );
  expect([...themed].sort()).toEqual(['color-scheme:dark', 'color-scheme:light']);
  const asking = /prefers-color-scheme|@container[^{]*\bstyle\(/;
  expect(styles.filter((style) => asking.test(style))).toEqual([]);
  expect(styles.filter((style) => /light-dark\([^;}]*(?:url|gradient|image)\(/.test(style))).toEqual([]);
  // Elsewhere, only the color of the browser's own bar depends on it.
  const others = files.filter(({ file }) => !file.endsWith('.css'));
  const depending = /matchMedia\([^)]*color-scheme|<(?!meta name="theme-color")[^>]*prefers-color-scheme/;
  expect(others.filter(({ text }) => depending.test(text)).map(({ file }) => file)).toEqual([]);
});

test('the rules about colors are those of the checker, and every one that it applies by default', () => {
  const known = axe.getRules(['cat.color']).map(({ ruleId }) => ruleId);
  // The stricter contrast is not applied unless asked for.
  expect(known.filter((rule) => rule !== 'color-contrast-enhanced').sort()).toEqual([...colorRules].sort());
});
