import { expect, it } from 'vitest';
import { findSourceLine, parseMappings } from './position-table.ts';

it('reads the mappings of a source map', () => {
  // line 1: column 0 → line 1; line 2: nothing; line 3: column 4 → line 3, column 9 → line 2, column 13 without a source
  expect(parseMappings('AAAA;;IAEA,KADA,I')).toEqual([
    [[0, 1]],
    [],
    [
      [4, 3],
      [9, 2],
    ],
  ]);
});

it('reads numbers of more than five bits', () => {
  expect(parseMappings('gCAgDA')).toEqual([[[32, 49]]]);
});

it('takes the source line of the last mapping before a place', () => {
  const table = parseMappings('AAAA;;IAEA,KADA');
  expect(findSourceLine(table, 3, 10)).toBe(2);
  expect(findSourceLine(table, 3, 9)).toBe(3);
  expect(findSourceLine(table, 3, 1)).toBe(3);
  expect(findSourceLine(table, 2, 1)).toBeUndefined();
  expect(findSourceLine(table, 9, 1)).toBeUndefined();
});
