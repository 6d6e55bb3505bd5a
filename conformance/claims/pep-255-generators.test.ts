import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';

describe('pep-255-generators', () => {
  it('fibonacci: ten lines, and the call runs none of them', async () => {
    const { lines } = await tellFrames('pep-255-generators/fibonacci');
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2)).toEqual(['main has a generator', 'fibonacci begins']);
    expect(lines.slice(3, 6)).toEqual(['1', 'main does something else', '1']);
  });

  it('walk-before: the callback is called four times, the class is left after two', async () => {
    const { lines } = await tellFrames('pep-255-generators/walk-before');
    expect(lines.filter((line) => line.startsWith('callback'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('class'))).toHaveLength(2);
  });

  it('tree-walk: C comes up three steps', async () => {
    const { lines, moves } = await tellFrames('pep-255-generators/tree-walk');
    expect(lines).toEqual(['A', 'B', 'C', 'D']);
    expect(moves.filter((move) => move.endsWith(": 'C'"))).toEqual([
      "walk ⇢ walk: 'C'",
      "walk ⇢ walk: 'C'",
      "walk ⇢ program: 'C'",
    ]);
  });

  it('read-twice: the second loop over a generator finds nothing, over a list everything', async () => {
    const { lines } = await tellFrames('pep-255-generators/read-twice');
    expect(lines).toEqual(['from a generator', 'total 90, count 0', 'from a list', 'total 90, count 3']);
  });
});
