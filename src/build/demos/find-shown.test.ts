import { describe, expect, it } from 'vitest';
import { isShownWhole, listShown } from './find-shown.ts';

const body = `
<Listing file="late.py" name="late" />
<Demo name="early" />
<Demo lowered
  name="late" />
`;

describe('isShownWhole', () => {
  it('holds for a demo, whatever stands before its name, and not for a listing or a part of a name', () => {
    expect(['early', 'late', 'lat', 'other'].filter((name) => isShownWhole(body, name))).toEqual(['early', 'late']);
    expect(isShownWhole('<Listing file="late.py" name="late" />', 'late')).toBe(false);
  });
});

describe('listShown', () => {
  it('orders by where the demo is, not by where its name first stands', () => {
    const demos = [{ name: 'late' }, { name: 'other' }, { name: 'early' }];
    expect(listShown(body, demos)).toEqual([{ name: 'early' }, { name: 'late' }]);
  });
});
