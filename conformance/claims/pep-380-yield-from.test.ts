import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';

describe('pep-380-yield-from', () => {
  it('dropped-throw: the Skip ends the loop and never reaches rows', async () => {
    const { moves } = await tellFrames('pep-380-yield-from/dropped-throw');
    expect(moves.slice(4, 6)).toEqual(['program → byLoop: throw', 'byLoop: raised']);
    expect(moves).not.toContain('byLoop → rows: throw');
    expect(moves).toContain("rows ⇢ program: 'b'");
  });

  it('delegated-throw: the same throw reaches rows', async () => {
    const { lines, moves } = await tellFrames('pep-380-yield-from/delegated-throw');
    expect(lines).toEqual(['a', 'rows skips a', 'b', 'c']);
    expect(moves).toContain('delegating → rows: throw');
  });

  it('three-levels: an answer goes down to ask, a result up one level at a time', async () => {
    const { lines, moves } = await tellFrames('pep-380-yield-from/three-levels');
    expect(lines).toEqual(['Name?', 'Town?', 'welcome, Ada of London', 'How many nights?']);
    expect(moves.filter((move) => move.endsWith('returned'))).toEqual([
      'ask: returned',
      'ask: returned',
      'person: returned',
    ]);
  });

  it('by-hand: the thrown error makes talk return, and outer yields what it heard', async () => {
    const { moves } = await tellFrames('pep-380-yield-from/by-hand');
    expect(moves.slice(4, 8)).toEqual([
      'program → outer: throw',
      'outer → talk: throw',
      'talk: returned',
      "outer ⇢ program: 'heard nothing'",
    ]);
  });
});
