import { expect, it } from 'vitest';
import { cutNames } from './cut-names.ts';

it('leaves names that fit their column', () => {
  expect(cutNames(['main', 'think(5)', "job('Grace', 2, 1)"])).toEqual(['main', 'think(5)', "job('Grace', 2, 1)"]);
});

it('leaves the last argument of a call that is too long', () => {
  expect(cutNames(['worker(queue, results, 1)', 'worker(queue, results, 2)'])).toEqual([
    'worker(…, 1)',
    'worker(…, 2)',
  ]);
});

it('cuts names so that no two become the same', () => {
  const calls = ["withdraw('Ada', 0)", "withdraw('Grace', 0)", "withdraw('Linus', 0)", "withdraw('Grace', 1)"];
  const cut = cutNames(calls);
  expect(new Set(cut).size).toBe(4);
  expect(Math.max(...cut.map(({ length }) => length))).toBeLessThanOrEqual(18);
});

it('cuts the end of a name that is no call', () => {
  expect(cutNames(['a_function_with_a_long_name'])).toEqual(['a_function_with_a…']);
});
