import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';

describe('pep-342-coroutines', () => {
  it('running-average: throw gives back 15.0, and the next value 30.0', async () => {
    const { lines, moves } = await tellFrames('pep-342-coroutines/running-average');
    expect(lines).toEqual(['0.0', '10.0', '15.0', 'skipped: no signal', '15.0', '30.0']);
    expect(moves[moves.indexOf('program → runningAverage: throw') + 1]).toBe('runningAverage ⇢ program: 15');
  });

  it('unprimed: the refused value runs nothing', async () => {
    const { lines } = await tellFrames('pep-342-coroutines/unprimed');
    expect(lines).toEqual(['refused: no yield is waiting for Ada', 'greeter begins', 'hello Grace']);
  });

  it('told-to-stop: the last row is written while close runs', async () => {
    const { lines, moves } = await tellFrames('pep-342-coroutines/told-to-stop');
    expect(lines).toEqual(['write a b', 'no more rows', 'write the rest: c']);
    expect(moves.slice(-2)).toEqual(['program → inBatches: close', 'inBatches: raised']);
  });

  it('ignored-exit: a generator that yields in answer to close is suspended as before', async () => {
    const { moves } = await tellFrames('pep-342-coroutines/ignored-exit');
    expect(moves.slice(-4)).toEqual([
      'program → retrying: close',
      'retrying ⇢ program: None',
      'program → retrying: close',
      'retrying: returned',
    ]);
  });

  it('context-manager: next on the way out of a good block, throw out of a bad one', async () => {
    const { moves } = await tellFrames('pep-342-coroutines/context-manager');
    expect(moves.filter((move) => move.startsWith('program'))).toEqual([
      'program → opened: next',
      'program → opened: next',
      'program → opened: next',
      'program → opened: throw',
    ]);
  });
});
