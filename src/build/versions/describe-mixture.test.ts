import { expect, it } from 'vitest';
import { describeMixture } from './describe-mixture.ts';

const stored = { version: '3.11', runtime: 'CPython 3.11.7' };

it("refuses one result of another release than the table's", () => {
  expect(describeMixture(stored, 'CPython 3.11.2', 70)).toBe(
    'Not stored: 3.11.json has the results of CPython 3.11.7, and these are of CPython 3.11.2. A maintainer runs it there; without --only, all programs are run anew.',
  );
});

it('accepts results of the same release, of a new version, and results that replace all', () => {
  expect(describeMixture(stored, 'CPython 3.11.7', 70)).toBeUndefined();
  expect(describeMixture(undefined, 'CPython 3.16.0', 0)).toBeUndefined();
  expect(describeMixture(stored, 'CPython 3.11.9', 0)).toBeUndefined();
});
