import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

describe('semicoroutines', () => {
  it('straight-back: the seller yields to the program first and to the baker then', async () => {
    const { moves } = await tellFrames('semicoroutines/straight-back');
    expect(moves.filter((move) => move.startsWith('seller ⇢'))).toEqual([
      'seller ⇢ program: None',
      'seller ⇢ baker: None',
    ]);
  });

  it('dispatcher: every hand-over goes through the program', async () => {
    const { moves } = await tellFrames('semicoroutines/dispatcher');
    expect(moves).toEqual([
      'program → baker: next',
      "baker ⇢ program: 'seller'",
      'program → seller: next',
      "seller ⇢ program: 'baker'",
      'program → baker: next',
      "baker ⇢ program: 'seller'",
      'program → seller: next',
      "seller ⇢ program: 'baker'",
      'program → baker: next',
      'baker: returned',
      'program → seller: close',
      'seller: raised',
    ]);
  });

  it('silent-helper: nothing of ask ever runs', async () => {
    const { lines, moves } = await tellFrames('semicoroutines/silent-helper');
    expect(lines).toEqual(['out comes Name?', 'out comes How many nights?']);
    expect(moves.filter((move) => move.includes('ask'))).toEqual([]);
  });

  it('tasks-hand-over: the second bell makes the seller ready, and the next line is still the baker’s', async () => {
    const { trace } = await tellRun('semicoroutines/tasks-hand-over');
    const woken = trace.events.findIndex(
      (event, at) =>
        event.kind === 'task-ready' && trace.events.slice(0, at).filter(({ kind }) => kind === 'output').length === 4,
    );
    const next = trace.events.slice(woken).find(({ kind }) => kind === 'output' || kind === 'step-begins');
    expect(next).toMatchObject({ kind: 'output', text: 'baker: bell rung' });
  });
});
