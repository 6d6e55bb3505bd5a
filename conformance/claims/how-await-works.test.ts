import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`how-await-works/${name}`);

/** A coroutine that waits like asyncio does, and one whose message no task of asyncio accepts. */
const functions = [
  'import asyncio',
  'async def fetch(name, seconds):',
  '    await asyncio.sleep(seconds)',
  '    return name',
  'class Timer:',
  '    def __await__(self):',
  '        yield self',
];

describe('how-await-works', () => {
  it('slow-page: the calls run nothing, and the two waits add up in one lane', () => {
    const { lines, tasks } = run('slow-page');
    expect(tasks).toEqual(['main']);
    expect(lines).toEqual([
      '0 s: both are called',
      '0 s: ask for user',
      '2 s: user',
      '2 s: ask for orders',
      '5 s: orders',
    ]);
  });

  it('by-hand: what __await__ yields comes out of send, and what is sent goes down to it', () => {
    const { lines, moves } = tellFrames('how-await-works/by-hand');
    expect(lines).toEqual(['out comes a timer of 2 s', 'out comes a timer of 3 s', 'user after 2 s, orders after 3 s']);
    expect(moves.filter((move) => move.startsWith('program → '))).toHaveLength(3);
  });

  it('thirty-lines: the waits overlap, so Grace has her orders at 1 s and Ada at 2 s', () => {
    const { lines } = tellFrames('how-await-works/thirty-lines');
    expect(lines).toEqual(['1 s: Grace has orders', '2 s: Ada has orders']);
  });

  it('what-suspends: the other task runs at sleep(0) and at a new task, where it runs twice', () => {
    const { lines, steps } = run('what-suspends');
    expect(lines.map((line) => line.replace('0 s: ', ''))).toEqual([
      'after a coroutine that returns',
      'after a future that is done',
      'other runs, turn 1',
      'after sleep(0)',
      'other runs, turn 2',
      'other runs, turn 3',
      'after a new task',
      'after the same task, which is done',
    ]);
    expect(steps.filter((step) => /main (?:runs|suspends)/.test(step)).slice(2, 5)).toEqual([
      '2, 0 s: main runs',
      '2, 0 s: main suspends',
      '4, 0 s: main runs',
    ]);
  });

  it('fast-page: the tasks begin when main suspends, and the page takes 3 s', () => {
    const { lines, tasks } = run('fast-page');
    expect(tasks).toHaveLength(3);
    expect(lines).toEqual([
      '0 s: both are tasks',
      '0 s: ask for user',
      '0 s: ask for orders',
      '2 s: user',
      '3 s: orders',
    ]);
  });

  it.each([
    ['predict-save', ['0 s: task made', '0 s: save by await', '0 s: row awaited', '0 s: save by task']],
    ['predict-set-result', ['1 s: the result is set', '1 s: the price is 20', '1 s: main goes on']],
    [
      'predict-two-loops',
      [
        '0 s: Ada writes row 1',
        '0 s: Grace logs row 1',
        '0 s: Grace logs row 2',
        '0 s: Alan writes row 1',
        '0 s: Ada writes row 2',
        '0 s: Alan writes row 2',
      ],
    ],
    ['predict-depth', ['0 s: deep is done', '0 s: flat is done']],
    [
      'predict-tasks-in-a-row',
      ['2 s: user has arrived', '2 s: main has user', '3 s: orders has arrived', '3 s: main has orders'],
    ],
  ])('%s: the lines come in the order of the answer', (name, expected) => {
    const { lines } = run(name);
    expect(lines).toEqual(expected);
  });

  it('predict-depth: the deep chain and the flat one are resumed in the same iteration', () => {
    const { numberedLines } = run('predict-depth');
    expect(new Set(numberedLines.map((line) => line.split(',')[0])).size).toBe(1);
  });

  it('out of a coroutine that sleeps comes a future, and for sleep(0) None', async () => {
    const looks = [
      'async def main():',
      '    for seconds in (2, 0):',
      '        print(fetch("user", seconds).send(None))',
    ];
    const printed = await runPython(...functions, ...looks);
    expect(printed[0]).toMatch(/^0 s: <Future pending/);
    expect(printed[1]).toBe('0 s: None');
  });

  it('a task of asyncio refuses a message that is not a future', async () => {
    const printed = await runPython(...functions, 'async def main():', '    await Timer()');
    expect(printed.at(-1)).toMatch(/^RuntimeError: Task got bad yield: <.*Timer object/);
  });

  it('a task that nobody awaits runs, and its error ends nothing', async () => {
    const fails = ['async def fails():', '    print("runs")', '    raise ValueError'];
    const main = [
      'async def main():',
      '    task = asyncio.create_task(fails())',
      '    await asyncio.sleep(1)',
      '    print("main ends")',
    ];
    expect(await runPython(...functions, ...fails, ...main)).toEqual(['0 s: runs', '1 s: main ends']);
  });
});
