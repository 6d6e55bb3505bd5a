import { describe, expect, it } from 'vitest';
import { cancellation } from '../fixtures/cancellation.ts';
import { crossedLocks } from '../fixtures/crossed-locks.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { packTrace, unpackTrace } from './pack-trace.ts';
import { parseTrace } from './parse-trace.ts';

const carry = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a trace packed for a page', () => {
  it.each([
    ['with tasks and timers', twoSleeps],
    ['with a cancellation', cancellation],
    ['with a deadlock', crossedLocks],
    ['with frames', nestedYieldFrom],
  ])('is the same after unpacking, %s, in half the text', (_, trace) => {
    const packed = packTrace(trace);
    expect(parseTrace(unpackTrace(carry(packed)))).toEqual(trace);
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(trace).length / 2);
  });

  it.each([
    ['no object', 'text'],
    ['without events', {}],
    ['with events without a kind', { events: [{}] }],
    ['with rows without a kind', { events: [[]] }],
    ['with a row of an unknown kind', { events: [[1000, 1]] }],
  ])('is refused when it is read: %s', (_, value) => {
    expect(() => parseTrace(unpackTrace(value))).toThrow(/^trace/);
  });
});
