import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { pepSchema } from '../../build/schemas/pep.ts';
import { releasesSchema } from '../../build/schemas/releases.ts';
import { drawNarrowRiver, drawWideRiver } from './draw-river.ts';
import { layoutNarrowRiver } from './layout-narrow-river.ts';
import { layoutWideRiver } from './layout-wide-river.ts';
import { buildRiver, readYear } from './river.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const read = (file: string): unknown => parse(readFileSync(path.join(content, file), 'utf8'));
const peps = readdirSync(path.join(content, 'peps')).map((file) => pepSchema.parse(read(`peps/${file}`)));
const { python, libraries } = releasesSchema.parse(read('releases.yaml'));
const stations = [255, 289, 342, 342, 3156, 3156, 3156, 492].map((pep, index) => ({
  number: index + 1,
  slug: `article-${index + 1}`,
  title: `Article <${index + 1}>`,
  pep,
}));
const river = buildRiver(peps, python, libraries, stations);

test('turns a day into a year with a fraction', () => {
  expect(readYear('2001-01-01')).toBe(2001);
  expect(readYear('2004-07-01')).toBeCloseTo(2004 + 182 / 366);
});

test('lets a PEP flow into the one that superseded it, and a shipped one into its release', () => {
  const find = (number: number) => river.peps.find((pep) => pep.number === number);
  expect(find(288)).toMatchObject({ fate: 'refused', into: 342 });
  expect(find(342)).toMatchObject({ fate: 'shipped', version: '2.5' });
  expect(find(828)?.fate).toBe('open');
});

describe('the wide river', () => {
  const wide = layoutWideRiver(river);

  test('has every PEP, every dated release, every library and every article in it', () => {
    expect(wide.peps).toHaveLength(peps.length);
    expect(wide.releases).toHaveLength(python.filter(({ released }) => released !== undefined).length);
    expect(wide.libraries).toHaveLength(libraries.length);
    expect(wide.stations).toHaveLength(stations.length);
  });

  test('writes no name over another and none outside', () => {
    for (const a of wide.peps) {
      expect(a.textX).toBeGreaterThanOrEqual(0);
      expect(a.textX + a.textWidth).toBeLessThanOrEqual(wide.width);
      expect(a.y).toBeGreaterThan(12);
      for (const b of wide.peps) {
        if (a === b || a.y !== b.y) continue;
        expect(a.textX + a.textWidth <= b.textX || b.textX + b.textWidth <= a.textX, `${a.text} over ${b.text}`).toBe(
          true,
        );
      }
    }
  });

  test('ends a shipped PEP at the stream, where its release is', () => {
    for (const { pep, x2, y2 } of wide.peps.filter(({ pep }) => pep.fate === 'shipped')) {
      expect(y2).toBe(wide.stream.top);
      expect(x2).toBe(wide.releases.find(({ version }) => version === pep.version)?.x);
    }
  });

  test('keeps its stations apart', () => {
    const places = wide.stations.map(({ x }) => x);
    for (const [index, x] of places.slice(1).entries()) expect(x - (places[index] ?? 0)).toBeGreaterThanOrEqual(24);
  });
});

test('gives every entry of the narrow river room for a finger, and keeps the order of time', () => {
  const { entries, height } = layoutNarrowRiver(river);
  expect(entries).toHaveLength(peps.length + libraries.length);
  for (const [index, { y, at }] of entries.slice(1).entries()) {
    expect(y - (entries[index]?.y ?? 0)).toBeGreaterThanOrEqual(24);
    expect(at).toBeGreaterThanOrEqual(entries[index]?.at ?? 0);
    expect(y).toBeLessThan(height);
  }
});

test('links every PEP and every article by a name in both drawings, and escapes all text', () => {
  const address = (to: string): string => `/base/${to}`;
  for (const drawing of [
    drawWideRiver(layoutWideRiver(river), 'wide', address),
    drawNarrowRiver(layoutNarrowRiver(river), 'narrow', address),
  ]) {
    for (const { number } of peps) expect(drawing).toContain(`href="/base/peps/${number}/" aria-label="PEP ${number} `);
    for (const { number } of stations) expect(drawing).toContain(`Article ${number}: Article &lt;${number}&gt;`);
    expect(drawing).not.toContain('NaN');
  }
});
