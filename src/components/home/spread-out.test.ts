import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOut } from './spread-out.ts';

test('does not move places with room between them', () => {
  expect(spreadOut([10, 50, 90], 20, 0)).toEqual([10, 50, 90]);
});

test('moves places that are too close apart around their middle', () => {
  expect(spreadOut([100, 100], 20, 0)).toEqual([90, 110]);
  expect(spreadOut([100, 100, 100], 20, 0)).toEqual([80, 100, 120]);
});

test('places nothing below the least place', () => {
  expect(spreadOut([0, 0, 5], 20, 0)).toEqual([0, 20, 40]);
});

test('keeps the order of neighbors and the gap between them for any wanted places', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), (wanted) => {
      const places = spreadOut(
        wanted.sort((a, b) => a - b),
        20,
        0,
      );
      expect(places).toHaveLength(wanted.length);
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(index === 0 ? 0 : (places[index - 1] ?? 0) + 20 - 1e-6);
      }
    }),
  );
});
