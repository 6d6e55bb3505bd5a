import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSeed } from './read-seed.ts';

it('is the same on every run unless SEED says otherwise', () => {
  expect(readSeed('')).toBe(readSeed(''));
  expect(readSeed('7')).toBe(7);
});

it('refuses a value that is not a seed, and says how to give one', () => {
  for (const text of ['-1', '1.5', 'x', '1e12'])
    expect(() => readSeed(text)).toThrow(`Expected SEED to be a whole number from 0 to 2147483647, but got ${text}.`);
});

it('seeds the properties of all tests', () => {
  expect(fc.readConfigureGlobal().seed).toBe(readSeed());
  const draw = (): readonly number[] => fc.sample(fc.nat(), 5);
  expect(draw()).toEqual(draw());
});
