import { expect, it } from 'vitest';
import { compareMeasures } from './compare-measures.ts';
import type { Measure } from './measure.ts';

const page = (value: number): Measure => ({
  subject: 'first view',
  name: 'page',
  value,
  unit: 'bytes',
  limit: 50_000,
  bound: 'at most',
});
const time = (value: number): Measure => ({ ...page(value), name: 'paint', unit: 'ms', limit: 1200 });
const rows = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('| first'));

it('shows what changed, by how much, and the budget', () => {
  expect(rows(compareMeasures([page(30_000)], [page(29_500)]))).toEqual([
    '| first view: page | 30.0 kB | 29.5 kB | −0.5 kB | at most 50.0 kB |',
  ]);
});

it('omits figures that stayed the same, and times within the noise', () => {
  expect(rows(compareMeasures([page(30_000), time(900)], [page(30_000), time(1000)]))).toEqual([]);
});

it('shows a figure over its budget even if it was over before', () => {
  expect(rows(compareMeasures([time(1300)], [time(1300)]))).toEqual([
    '| first view: paint | 1.30 s | 1.30 s | +0 ms | at most 1.20 s ✗ |',
  ]);
});

it('shows what is measured for the first time, and what no longer is', () => {
  const text = compareMeasures([page(30_000)], [time(900)]);
  expect(rows(text)).toEqual(['| first view: paint | new | 900 ms |  | at most 1.20 s |']);
  expect(text).toContain('No longer measured: first view: page.');
});
