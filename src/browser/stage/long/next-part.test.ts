import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DrawnPart } from './draw-part.ts';
import { NextPart } from './next-part.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Draws parts that are known by their step alone, in ten turns of a millisecond each. */
function createDrawer(): {
  readonly next: NextPart;
  readonly turns: number[];
  readonly nameOf: (part: DrawnPart) => unknown;
} {
  const turns: number[] = [];
  const next = new NextPart(function* (step) {
    for (let turn = 0; turn < 10; turn += 1) {
      vi.advanceTimersByTime(1);
      turns.push(step);
      yield;
    }
    return { step } as unknown as DrawnPart;
  });
  return { next, turns, nameOf: (part) => (part as unknown as { readonly step: number }).step };
}

it('draws a part ahead, in stretches with pauses between them', () => {
  const { next, turns, nameOf } = createDrawer();
  next.prepare(7);
  expect(turns).toEqual([]);
  vi.advanceTimersToNextTimer();
  // Not all at a stretch.
  expect(turns).toEqual([7]);
  vi.runAllTimers();
  expect(turns).toHaveLength(10);
  expect(nameOf(next.take(7))).toBe(7);
  expect(turns).toHaveLength(10);
});

it('draws what is missing of a part that is asked for before it is ready, and nothing of it twice', () => {
  const { next, turns, nameOf } = createDrawer();
  next.prepare(7);
  vi.advanceTimersToNextTimer();
  expect(nameOf(next.take(7))).toBe(7);
  expect(turns).toHaveLength(10);
  vi.runAllTimers();
  expect(turns).toHaveLength(10);
});

it('drops a part that is not asked for', () => {
  const { next, turns, nameOf } = createDrawer();
  next.prepare(7);
  vi.advanceTimersToNextTimer();
  next.prepare(9);
  vi.runAllTimers();
  expect(turns.filter((step) => step === 7)).toHaveLength(1);
  expect(nameOf(next.take(8))).toBe(8);
  next.prepare(9);
  next.forget();
  vi.runAllTimers();
  expect(turns.filter((step) => step === 9)).toHaveLength(10);
});
