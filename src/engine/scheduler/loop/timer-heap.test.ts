import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimerHeap, type Timer } from './timer-heap.ts';

type Named = Timer & { readonly name: string };

const timer = (name: string): Named => ({ name, _order: 0, _scheduled: false, _cancelled: false });

function popAll(heap: TimerHeap<Named>): string[] {
  const names: string[] = [];
  while (heap.head() !== undefined) names.push(heap.pop().name);
  return names;
}

function cancel(heap: TimerHeap<Named>, each: Named): void {
  each._cancelled = true;
  heap.cancelled++;
}

describe('the heap of timers', () => {
  it('returns equal deadlines in order of creation', () => {
    const heap = new TimerHeap<Named>();
    for (const name of 'abcdefghijkl') heap.push(timer(name), 1);
    expect(popAll(heap).join('')).toBe('abcdefghijkl');
  });

  it('returns any timers by deadline, then by order of creation, and skips canceled ones', () => {
    const deadline = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(deadline, fc.boolean()), { maxLength: 300 }), (entries) => {
        const heap = new TimerHeap<Named>();
        const all = entries.map(([when, isCancelled], i) => ({ when, isCancelled, i, timer: timer(String(i)) }));
        for (const { timer, when } of all) heap.push(timer, when);
        for (const { timer, isCancelled } of all) if (isCancelled) cancel(heap, timer);
        heap._prune();
        const expected = all.filter(({ isCancelled }) => !isCancelled).sort((a, b) => a.when - b.when || a.i - b.i);
        expect(popAll(heap)).toEqual(expected.map(({ i }) => String(i)));
        expect(heap.size).toBe(0);
        expect(all.every(({ timer }) => !timer._scheduled)).toBe(true);
      }),
    );
  });

  it('keeps canceled timers until they come up, or until they are the majority of more than 100', () => {
    const heap = new TimerHeap<Named>();
    const all = Array.from({ length: 101 }, (_, i) => timer(String(i)));
    for (const [i, each] of all.entries()) heap.push(each, i);
    for (const each of all.slice(1, 51)) cancel(heap, each);
    heap._prune();
    expect(heap.size).toBe(101);
    cancel(heap, all[51] as Named);
    heap._prune();
    expect(heap.size).toBe(50);
    expect(heap.cancelled).toBe(0);
    expect(popAll(heap)).toEqual(['0', ...all.slice(52).map(({ name }) => name)]);
  });
});
