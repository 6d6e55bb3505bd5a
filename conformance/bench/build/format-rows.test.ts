import { expect, it } from 'vitest';
import { formatGrowth, formatRow, heading, type Row } from './format-rows.ts';

const row = (articles: number, seconds: number, memory: number): Row => ({
  site: 'Ours',
  articles,
  first: { seconds, processor: 2 * seconds, memory, pages: 2 * articles },
  second: { seconds: seconds / 4, processor: seconds / 4, memory, pages: 2 * articles },
});

it('puts the values that the heading names into a row', () => {
  expect(formatRow(row(100, 20, 500)).split('\t')).toEqual([
    'Ours',
    '100',
    '200',
    '20.0',
    '40.0',
    '200',
    '100',
    '500',
    '5.0',
    '2.5',
    '5.0',
    '5.0',
    '500',
    '4.00',
  ]);
  expect(heading.split('\t')).toHaveLength(14);
});

it('gives the growth for each additional article', () => {
  const [, ...lines] = formatGrowth([row(100, 20, 500), row(300, 40, 600), row(1000, 180, 950)]).split('\n');
  expect(lines).toEqual(['Ours\t100 → 300\t100\t200\t0.50', 'Ours\t300 → 1000\t200\t400\t0.50']);
});
