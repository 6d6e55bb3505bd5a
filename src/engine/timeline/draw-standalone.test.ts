import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { drawStandalone, resolveTokens } from './draw-standalone.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const css = readFileSync(new URL('timeline.css', import.meta.url), 'utf8');
const names = ['page', 'text', 'muted', 'running', 'ready', 'waiting', 'done', 'failed', 'cancelled', 'mono'];
const tokens = Object.fromEntries(names.map((name) => [name, `value-of-${name}`]));

it('puts names and run into one file', () => {
  const geometry = layoutTimeline(openRun(twoSleeps));
  const svg = drawStandalone(geometry, '.x{}');
  expect(svg).toMatch(
    new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${geometry.namesWidth + geometry.width} 164"`),
  );
  expect(svg).toContain(`<svg x="${geometry.namesWidth}" class="timeline-run"`);
  expect(svg).toContain('<style>.x{}</style><svg class="timeline-names"');
});

it('has no column of names in the small size', () => {
  expect(drawStandalone(layoutTimeline(openRun(twoSleeps), { size: 'small' }), '')).not.toContain('timeline-names');
});

it('removes variables, layers and conditions from the style sheet', () => {
  const style = resolveTokens(css, tokens);
  expect(style).not.toMatch(/var\(|@|\/\*/);
  const [running] = /\.timeline-run rect\.running \{[^}]*\}/.exec(style) ?? [];
  expect(running, 'A color is a token of src/styles/tokens.css, or this test has the old one.').toBe(
    '.timeline-run rect.running { fill: value-of-running; }',
  );
  expect(style.split('{').length).toBe(style.split('}').length);
});

it('uses the fallback if there is no value', () => {
  expect(resolveTokens('a { font: var(--mono, monospace); fill: var(--x); }', {})).toBe(
    'a { font: monospace; fill: currentcolor; }',
  );
});
