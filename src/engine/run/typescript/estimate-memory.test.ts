import { describe, expect, it } from 'vitest';
import { estimateMemory } from './estimate-memory.ts';

const most = 1e12;
const bytesOf = (value: unknown): number => estimateMemory([['value', value]], most).bytes;
const near = (bytes: number): [number, number] => [bytes * 0.9, bytes * 1.3];
const expectNear = (value: unknown, bytes: number): void => {
  const [least, greatest] = near(bytes);
  expect(bytesOf(value)).toBeGreaterThan(least);
  expect(bytesOf(value)).toBeLessThan(greatest);
};

describe('the estimate of memory', () => {
  it('counts arrays, texts, buffers and collections', () => {
    expectNear(new Array(1e6).fill(1), 8e6);
    expectNear('x'.repeat(1e6), 1e6);
    expectNear(new Uint8Array(1e6), 1e6);
    expectNear(new Float64Array(1e6), 8e6);
    expectNear(new Set(Array.from({ length: 1e5 }, (_, n) => n)), 32e5);
    expectNear(new Map(Array.from({ length: 1e5 }, (_, n) => [n, `row ${n}`.padEnd(84)])), 132e5);
  });

  it('takes some parts for all', () => {
    expectNear(
      Array.from({ length: 1e5 }, (_, n) => ({ n, text: `row ${n}`.padEnd(84) })),
      1e5 * (8 + 32 + 100),
    );
    expectNear(
      Array.from({ length: 100 }, () => new Array<number>(1e4).fill(1)),
      8e6,
    );
  });

  it('counts what is in many places once', () => {
    const row = { text: 'x'.repeat(1e6) };
    expectNear(new Array(1000).fill(row), 1e6);
    expectNear(new Array(1000).fill('x'.repeat(1e6)), 1e6);
    expectNear(new Array<Uint8Array>(1000).fill(new Uint8Array(1e6)), 1e6);
    const ring: unknown[] = [];
    ring.push(ring);
    expect(bytesOf(ring)).toBeLessThan(100);
  });

  it('does not count places that were never assigned', () => {
    const sparse: number[] = [];
    sparse[1e9] = 1;
    expect(bytesOf(sparse)).toBeLessThan(1e8);
    expect(bytesOf(new Array(1e7))).toBeLessThan(1e6);
  });

  it('names the variable that holds most', () => {
    const variables: readonly [string, unknown][] = [
      ['few', [1, 2]],
      ['many', new Array(1e5).fill(1)],
      ['some', 'x'.repeat(1000)],
    ];
    expect(estimateMemory(variables, most).largest).toBe('many');
  });

  it('runs no code of the program', () => {
    const trap = (): never => {
      throw new Error('Expected this not to run.');
    };
    const getter = Object.defineProperty({}, 'rows', { get: trap, enumerable: true });
    const own = { [Symbol.iterator]: trap, toString: trap, valueOf: trap };
    expect(bytesOf([getter, own])).toBeLessThan(200);
  });

  it('takes a few milliseconds for a graph of any size', () => {
    let tree: unknown = [];
    for (let n = 0; n < 14; n += 1) tree = [structuredClone(tree), structuredClone(tree)];
    const began = performance.now();
    estimateMemory([['tree', tree]], most);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
