import { describe, expect, it } from 'vitest';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-3156-asyncio/${name}`);

const fourLines = [
  '2, 0 s: think(5) begins',
  '2, 0 s: think(2) begins',
  '4, 2 s: think(2) is done',
  '7, 5 s: think(5) is done',
];

describe('the article on asyncio says of its programs', () => {
  it.each(['think', 'think-generators', 'task-by-hand'])(
    '%s prints its lines in iterations 2, 2, 4 and 7, and main resumes in 9',
    async (name) => {
      const { numberedLines, steps } = await run(name);
      expect(numberedLines).toEqual(fourLines);
      expect(steps.filter((step) => step.endsWith('main runs'))).toEqual(['1, 0 s: main runs', '9, 5 s: main runs']);
    },
  );

  it('the alarm runs to its end before anybody who waits for the future', async () => {
    const { numberedLines } = await run('future-by-timer');
    expect(numberedLines).toEqual([
      '1, 0 s: main waits',
      '2, 3 s: ring: before the result',
      '2, 3 s: ring: after the result',
      '3, 3 s: callback',
      '3, 3 s: main has tea',
      '3, 3 s: main goes on',
      '4, 3 s: too late',
      '4, 3 s: main ends',
    ]);
  });

  it('main has the line one iteration after its second piece', async () => {
    const { numberedLines } = await run('lines-from-bytes');
    expect(numberedLines).toEqual([
      '2, 1 s: got 7 characters',
      '3, 3 s: got 4 characters',
      '4, 3 s: main has GET /index',
    ]);
  });

  it('the task fails at 1 s and stops nobody', async () => {
    const { lines, steps, trace } = await run('unread-exception');
    expect(steps).toContain('4, 1 s: save raised');
    expect(lines.at(-1)).toBe('10 s: main ends as if all were well');
    expect(trace.outcome.kind).toBe('finished');
    expect(trace.events.some(({ kind }) => kind === 'unretrieved')).toBe(true);
  });
});
