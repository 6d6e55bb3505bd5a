import { expect, it } from 'vitest';
import { roundLabels } from './round-labels.ts';

const roundAll = (...labels: readonly string[]): readonly string[] => labels.map(roundLabels(labels));

it('writes a number with three digits', () => {
  expect(roundAll('sleep(0.7554288076538676)', 'sleep(0.25)', 'timeout(12.345678)', 'sleep(1e-9)')).toEqual([
    'sleep(0.755)',
    'sleep(0.25)',
    'timeout(12.3)',
    'sleep(1e-9)',
  ]);
});

it('writes as many digits as are needed to distinguish two numbers', () => {
  expect(roundAll('sleep(0.7554288)', 'sleep(0.7554291)', 'sleep(0.30000000000000004)', 'sleep(0.3)')).toEqual([
    'sleep(0.7554288)',
    'sleep(0.7554291)',
    'sleep(0.30000000000000004)',
    'sleep(0.3)',
  ]);
});

it('does not change whole numbers, or labels that are not a call with a number', () => {
  expect(roundAll('sleep(100000)', 'sleep(2)', 'tick', 'gather()', 'job(1.23456, 2)')).toEqual([
    'sleep(100000)',
    'sleep(2)',
    'tick',
    'gather()',
    'job(1.23456, 2)',
  ]);
});
