import { expect, it } from 'vitest';
import { cutNames } from './cut-names.ts';

it('does not change names that fit their column', () => {
  expect(cutNames(['main', 'think(5)', "job('Grace', 2, 1)"])).toEqual(['main', 'think(5)', "job('Grace', 2, 1)"]);
});

it('leaves the last argument of a call that is too long', () => {
  expect(cutNames(['worker(queue, results, 1)', 'worker(queue, results, 2)'])).toEqual([
    'worker(queue,…, 1)',
    'worker(queue,…, 2)',
  ]);
});

it('cuts names so that no two become the same', () => {
  const calls = ["withdraw('Ada', 0)", "withdraw('Grace', 0)", "withdraw('Linus', 0)", "withdraw('Grace', 1)"];
  const cut = cutNames(calls);
  expect(cut).toEqual(["withdraw('Ada', 0)", "withdraw('Gra…, 0)", "withdraw('Lin…, 0)", "withdraw('Gra…, 1)"]);
  expect(cutNames(["fetch('/reports/1', 2)", "fetch('/reports/2', 2)"])).toEqual([
    "fetch('/reports/1…",
    "fetch('/reports/2…",
  ]);
});

it('cuts the end of a name that is not a call', () => {
  expect(cutNames(['a_function_with_a_long_name'])).toEqual(['a_function_with_a…']);
});
