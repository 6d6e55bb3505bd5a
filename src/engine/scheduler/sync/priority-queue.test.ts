import { describe, expect, it } from 'vitest';
import { PriorityQueue } from '../index.ts';

function inOrder<T>(items: T[]): T[] {
  const queue = new PriorityQueue<T>();
  for (const item of items) queue.putNowait(item);
  return items.map(() => queue.getNowait());
}

describe('a priority queue', () => {
  it('returns the smallest item first', () => {
    expect(inOrder([5, 3, 8, 1, 9, 2, 7])).toEqual([1, 2, 3, 5, 7, 8, 9]);
    expect(inOrder(['b', 'a', 'B', 'aa'])).toEqual(['B', 'a', 'aa', 'b']);
    const dates = [new Date(2), new Date(1)];
    expect(inOrder(dates)).toEqual([new Date(1), new Date(2)]);
  });

  it("compares arrays element by element, like Python's tuples", () => {
    expect(inOrder([[2, 'a'], [10, 'a'], [1, 'z'], [1, 'b'], [1]])).toEqual([
      [1],
      [1, 'b'],
      [1, 'z'],
      [2, 'a'],
      [10, 'a'],
    ]);
    expect(inOrder([[[1, 2], 0], [[1], 9]])).toEqual([[[1], 9], [[1, 2], 0]]); // prettier-ignore
  });

  it('returns equal items in the order of Python’s heapq', () => {
    const items = Array.from({ length: 8 }, (_, i) => ({ i, valueOf: () => 0 }));
    // heappush of eight items that are never less than another, then heappop, in CPython
    expect(inOrder(items).map(({ i }) => i)).toEqual([0, 2, 6, 5, 7, 4, 1, 3]);
  });

  it('refuses items that have no order, or different ones', () => {
    expect(() => inOrder([{}, {}])).toThrow(
      new TypeError('Expected items that can be compared, but got an Object and an Object.'),
    );
    expect(() => inOrder<unknown>([1, 'a'])).toThrow(
      new TypeError('Expected items that can be compared, but got "a" and 1.'),
    );
  });
});
