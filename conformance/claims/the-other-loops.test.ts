import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`the-other-loops/${name}`);

const sixLines = [
  '0 s: Ada asks',
  '0 s: Grace asks',
  '1 s: Ada has 1',
  '2 s: Grace has 2',
  '3 s: Grace has 3',
  '4 s: Ada has 4',
];

describe('the article on the other loops says of its programs', () => {
  it('with await each job is a task with two waits', () => {
    const { lines, steps, tasks, numberedLines } = run('asyncio-style');
    expect(lines).toEqual(sixLines);
    expect(tasks).toEqual(['main', "job('Ada', 1, 3)", "job('Grace', 2, 1)"]);
    for (const job of ["job('Ada', 1, 3)", "job('Grace', 2, 1)"]) {
      expect(steps.filter((step) => step.endsWith(`${job} suspends`))).toHaveLength(2);
    }
    expect(numberedLines[0]).toBe('2, 0 s: Ada asks');
  });

  it('with callbacks the same lines come at the same times, and no job is a task', () => {
    const { lines, tasks } = run('twisted-style');
    expect(lines).toEqual(sixLines);
    expect(tasks).toEqual(['main']);
  });

  it('with a generator and a driver both jobs begin in iteration 1, before main waits', () => {
    const { lines, numberedLines, tasks } = run('tornado-style');
    expect(lines.filter((line) => line !== '0 s: main waits')).toEqual(sixLines);
    expect(numberedLines.slice(0, 3)).toEqual(['1, 0 s: Ada asks', '1, 0 s: Grace asks', '1, 0 s: main waits']);
    expect(tasks).toEqual(['main']);
  });

  it('a note that takes 1 s lets the second withdrawal in between the check and the subtraction', () => {
    const { lines, steps } = run('gevent-style');
    expect(lines).toEqual([
      '0 s: Ada takes 80',
      '0 s: 20 left',
      '1 s: Ada takes 80',
      '1 s: Grace takes 80',
      '1 s: -60 left',
    ]);
    expect(steps.filter((step) => /withdraw\(.*\) suspends/.test(step))).toEqual([
      "5, 0 s: withdraw('Ada', 1) suspends",
      "5, 0 s: withdraw('Grace', 1) suspends",
    ]);
  });

  it('nursery: after gather the other upload continues, and a task group ends before it reports', () => {
    const { lines, steps } = run('nursery');
    expect(lines).toEqual([
      '1 s: gather: failed, nothing is running',
      '3 s: users uploaded',
      '6 s: group: failed, nothing is running',
    ]);
    expect(steps.filter((step) => step.endsWith(' cancelled'))).toEqual([expect.stringContaining(', 6 s: ')]);
  });

  it('wrong-loop: the message for another loop fails at 0 s, and the one for asyncio gives the row at 1 s', () => {
    const { lines, steps } = run('wrong-loop');
    expect(lines).toEqual(['0 s: RuntimeError: bad yield', '1 s: row 1']);
    expect(steps.slice(0, 3)).toEqual(['1, 0 s: main runs', '1, 0 s: main suspends', '2, 0 s: main runs']);
  });

  it('gather with return_exceptions gives the results in spite of an error', async () => {
    const program = [
      'import asyncio',
      'async def fails(): raise OSError',
      'async def works(): return 1',
      'async def main():',
      '    print(await asyncio.gather(fails(), works(), return_exceptions=True))',
    ];
    expect(await runPython(...program)).toEqual(['0 s: [OSError(), 1]']);
  });
});
