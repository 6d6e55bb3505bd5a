import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from './persistent-map.ts';

const anyKey = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 5000 }), fc.nat({ max: 2 ** 30 - 1 }));
const anyChange = fc.tuple(anyKey, fc.option(fc.nat(), { nil: undefined }));

describe('PersistentMap', () => {
  it('has the same entries as a map after the same changes, in order of the keys', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 200 }), (changes) => {
        const expected = new Map<number, number>();
        let map = PersistentMap.empty<number>();
        for (const [key, value] of changes) {
          if (value === undefined) expected.delete(key);
          else expected.set(key, value);
          map = value === undefined ? map.without(key) : map.with(key, value);
        }
        const inOrder = [...expected].sort(([a], [b]) => a - b);
        expect([...map]).toEqual(inOrder.map(([, value]) => value));
        expect(map.size).toBe(expected.size);
        for (const [place, [key, value]] of inOrder.entries()) {
          expect(map.get(key)).toBe(value);
          expect(map.countBelow(key)).toBe(place);
          expect(map.at(place)).toBe(value);
        }
        for (const [key] of changes) expect(map.get(key)).toBe(expected.get(key));
      }),
    );
  });

  it('does not change the map that it was made from', () => {
    const one = PersistentMap.empty<string>().with(1, 'a').with(2000, 'b');
    const other = one.with(1, 'c').without(2000);
    expect([[...one], [...other]]).toEqual([['a', 'b'], ['c']]);
  });

  it('has no value for anything that is not a key, and refuses to store one', () => {
    const map = PersistentMap.empty<string>().with(0, 'a');
    expect([map.get(-1), map.get(0.5), map.get(2 ** 31), map.at(1), map.at(-1)]).toEqual(Array(5).fill(undefined));
    expect(() => map.with(2 ** 30, 'b')).toThrow(
      'Expected a whole number from 0 to 1073741823 as a key, but got 1073741824.',
    );
  });

  it('counts all entries for a key greater than all of them', () => {
    expect(PersistentMap.empty<string>().with(3, 'a').countBelow(900)).toBe(1);
  });
});
