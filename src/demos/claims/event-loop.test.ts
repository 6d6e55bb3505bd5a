import { describe, expect, it } from 'vitest';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`event-loop/${name}`);

describe('the article on the event loop says of its programs', () => {
  it('the kitchen has seven iterations, as its table says', async () => {
    const { numberedLines, steps } = await run('three-timers');
    expect(numberedLines).toEqual([
      '1, 0 s: main waits',
      '2, 0 s: stove on',
      '3, 4 s: tea',
      '4, 7 s: eggs',
      '5, 12 s: rice',
      '7, 13 s: main eats',
    ]);
    expect(steps.at(-1)).toBe('7, 13 s: main returned');
  });

  it('the timer of 0 s prints fifth, at the end of iteration 2, and third runs in iteration 3', async () => {
    const { numberedLines } = await run('one-batch');
    expect(numberedLines).toEqual([
      '1, 0 s: main suspends',
      '2, 0 s: first',
      '2, 0 s: second',
      '2, 0 s: main resumes',
      '2, 0 s: timer of 0 s',
      '3, 0 s: third, asked for by first',
    ]);
  });

  it('the report counts two pages in iteration 2, and the clock stands still', async () => {
    const { numberedLines } = await run('blocked');
    expect(numberedLines.filter((line) => line.includes('page'))).toEqual([
      '2, 0 s: page 1: 100000 rows',
      '2, 0 s: page 2: 100000 rows',
      '3, 0 s: page 3: 100000 rows',
    ]);
    expect(numberedLines.every((line) => line.includes(' 0 s:'))).toBe(true);
  });

  it('the beat that was due at 2 s comes at 3.5 s, and the next a second later', async () => {
    const { lines } = await run('late-beat');
    expect(lines).toEqual(['0 s: beat at 0.0 s', '1 s: beat at 1.0 s', '3.5 s: beat at 3.5 s', '4.5 s: beat at 4.5 s']);
  });

  it('main has a turn in every iteration, and the alarm only after the last turn of the callback', async () => {
    const { numberedLines } = await run('starvation');
    expect(numberedLines).toEqual([
      '2, 0 s: again 1 at 0 s',
      '2, 0 s: main 1',
      '3, 0 s: again 2 at 0 s',
      '3, 0 s: main 2',
      '4, 0 s: again 3 at 0 s',
      '5, 0 s: again 4 at 0 s',
      '6, 1 s: alarm at 1 s',
    ]);
  });

  it('the two transfers end in a deadlock at 1 s', async () => {
    const { trace } = await run('deadlock');
    expect(trace.outcome.kind).toBe('deadlocked');
    expect(trace.events.find(({ kind }) => kind === 'deadlock')?.time).toBe(1);
  });
});
