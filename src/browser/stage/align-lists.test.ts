import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignLists } from './align-lists.ts';

const align = (before: string, after: string): readonly number[] => {
  const { same, gone, kept } = alignLists(Array.from(before), Array.from(after), (one, other) => one === other);
  return [same, gone, kept];
};

it('finds the entry that is gone from the beginning of a list, or after its first entries', () => {
  expect(align('abcde', 'bcdef')).toEqual([0, 1, 4]);
  expect(align('mabcd', 'mbcde')).toEqual([1, 1, 3]);
  expect(align('abc', 'abc')).toEqual([3, 0, 0]);
  expect(align('abc', 'xyz')).toEqual([0, 3, 0]);
});

it('says of any two lists which entries both have', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { same, gone, kept } = alignLists(before, after, (one, other) => one === other);
      const stay = [...before.slice(0, same), ...before.slice(same + gone, same + gone + kept)];
      expect(stay).toEqual(after.slice(0, same + kept));
    }),
  );
});
