import { describe, expect, it } from 'vitest';
import { ExceptionGroup, TimeoutError } from '../index.ts';

const [type, range, timeout] = [new TypeError('t'), new RangeError('r'), new TimeoutError('o')];
const group = new ExceptionGroup('outer', [type, new ExceptionGroup('inner', [range, timeout])]);

describe('an exception group', () => {
  it('counts its errors in its text', () => {
    expect(String(group)).toBe('ExceptionGroup: outer (2 sub-exceptions)');
    expect(String(new ExceptionGroup('one', [type]))).toBe('ExceptionGroup: one (1 sub-exception)');
  });

  it('splits into what matches and the rest, nested as before', () => {
    const [matching, rest] = group.split(RangeError);
    expect(matching?.message).toBe('outer (1 sub-exception)');
    expect(matching?.exceptions).toEqual([new ExceptionGroup('inner', [range])]);
    expect(rest?.exceptions).toEqual([type, new ExceptionGroup('inner', [timeout])]);
  });

  it('returns nothing, or itself, if nothing or everything matches', () => {
    expect(group.split((error) => error === null)).toEqual([null, group]);
    expect(group.subgroup(Error)).toBe(group);
    expect(group.subgroup(SyntaxError)).toBeNull();
  });

  it('can be asked with a function', () => {
    expect(group.subgroup((error) => error === timeout)?.exceptions).toEqual([new ExceptionGroup('inner', [timeout])]);
  });
});
