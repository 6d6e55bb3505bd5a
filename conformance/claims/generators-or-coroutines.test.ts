import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

describe('generators-or-coroutines', () => {
  it('found-late: await fails at 0 s before it has waited, yield from at 2 s', async () => {
    const { lines } = await tellRun('generators-or-coroutines/found-late');
    expect(lines).toEqual([
      '0 s: delegating: on with the report',
      '0 s: awaiting failed at 0 s',
      '2 s: delegating failed at 2 s',
    ]);
  });

  it('what-comes-back: main suspends for each None and for the string', async () => {
    const { lines, trace } = await tellRun('generators-or-coroutines/what-comes-back');
    expect(lines).toEqual([
      '0 s: an empty list: goes through, has None',
      '0 s: two Nones: goes through, has None',
      '0 s: a string: refused',
      '0 s: a number: refused',
    ]);
    expect(trace.events.filter(({ kind }) => kind === 'step-begins')).toHaveLength(1 + 3);
  });

  it('forgotten: 70 is left after one wait of 1 s', async () => {
    const { lines, trace } = await tellRun('generators-or-coroutines/forgotten');
    expect(lines).toEqual(['1 s: paid 30', '1 s: left: 70']);
    expect(trace.outcome.kind).toBe('finished');
  });

  it('last-yield: the old shop fails after the card is charged, the new one does not notice', async () => {
    const { lines } = await tellRun('generators-or-coroutines/last-yield');
    expect(lines).toEqual([
      '2 s: new shop: card charged',
      '2 s: new shop: 3 left',
      '2 s: old shop: card charged',
      '2 s: a shop has failed',
    ]);
  });

  it('chain: only the generator among the three sources has a frame', async () => {
    const { lines, moves } = await tellFrames('generators-or-coroutines/chain');
    expect(lines).toEqual(['a', 'b', '10', '20', '2', '1']);
    expect(moves.filter((move) => move.includes('countdown')).length).toBeGreaterThan(0);
  });
});
