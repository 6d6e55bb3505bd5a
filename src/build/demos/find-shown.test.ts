import { describe, expect, it } from 'vitest';
import { isPredicted, isShownWhole, listShown } from './find-shown.ts';

const body = `
<Listing file="late.py" name="late" />
<Demo name="early" />
<Demo lowered
  name="late" />
`;

describe('isShownWhole', () => {
  it('finds a demo with any attributes before its name, and no listing or part of a name', () => {
    expect(['early', 'late', 'lat', 'other'].filter((name) => isShownWhole(body, name))).toEqual(['early', 'late']);
    expect(isShownWhole('<Listing file="late.py" name="late" />', 'late')).toBe(false);
  });
});

describe('isPredicted', () => {
  it('finds the attribute on the demo itself, before or after its name', () => {
    const text =
      '<Demo name="one" predict />\n<Demo predict\n  name="two">\n<Demo name="three" />\n<Demo name="four" lit predict>';
    expect(['one', 'two', 'three', 'four', 'on'].filter((name) => isPredicted(text, name))).toEqual([
      'one',
      'two',
      'four',
    ]);
  });
});

describe('listShown', () => {
  it('orders by where the demo is, not by where its name first occurs', () => {
    const demos = [{ name: 'late' }, { name: 'other' }, { name: 'early' }];
    expect(listShown(body, demos)).toEqual([{ name: 'early' }, { name: 'late' }]);
  });
});
