import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-530-async-comprehensions/${name}`);

const ticks = [
  'import asyncio',
  'async def ticks():',
  '    for i in range(4):',
  '        await asyncio.sleep(1)',
  '        yield i',
  'async def main():',
];

describe('the article on asynchronous comprehensions says of its programs', () => {
  it('the comprehension takes five steps of main, and the other task runs between them', async () => {
    const { lines, steps, tasks } = await run('odd-ticks');
    expect(lines).toEqual(['2.5 s: other has a turn', '4 s: odd ticks: 1 3']);
    expect(steps.filter((step) => step.endsWith('main runs')).map((step) => step.split(', ')[1])).toEqual([
      '0 s: main runs',
      '1 s: main runs',
      '2 s: main runs',
      '3 s: main runs',
      '4 s: main runs',
    ]);
    expect(tasks).toEqual(['main', 'other']);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(4);
  });

  it('three kinds read to the end, and the generator expression is made in no time', async () => {
    const { lines, steps } = await run('four-kinds');
    expect(lines).toEqual([
      '2 s: list: TEA RICE',
      '4 s: set of 2',
      '6 s: dictionary: rice is 4',
      '6 s: generator expression',
      '7 s: TEA',
      '8 s: RICE',
    ]);
    expect(steps.filter((step) => step.includes(' 6 s:'))).toEqual(['13, 6 s: main runs', '13, 6 s: main suspends']);
  });

  it('the comprehension takes the sum in one lane, gather and the group the longest in two lanes each', async () => {
    const { lines, steps } = await run('not-concurrent');
    expect(lines).toEqual(['8 s: comprehension: tea rice', '13 s: gather: tea rice', '18 s: task group: tea rice']);
    const before = steps.slice(0, steps.indexOf('10, 8 s: cook(tea) runs'));
    expect(before.filter((step) => step.endsWith('runs'))).toEqual([
      '1, 0 s: main runs',
      '3, 1 s: main runs',
      '5, 3 s: main runs',
      '7, 4 s: main runs',
      '9, 8 s: main runs',
    ]);
    expect(steps).toContain('17, 13 s: cook(rice) returned');
    expect(steps).toContain('27, 18 s: cook(rice) #2 returned');
  });

  it('without the brackets nothing is asked for', async () => {
    const { lines, steps } = await run('lost-brackets');
    expect(lines).toEqual(['2 s: sum: 50', '2 s: cannot be iterated']);
    expect(steps.at(-1)).toMatch(/, 2 s: main returned$/);
    expect(steps.filter((step) => step.endsWith('suspends'))).toHaveLength(2);
  });
});

describe('the article on asynchronous comprehensions says of CPython', () => {
  it('the loop with an append does the same at the same time', async () => {
    const loop = ['    odd = []', '    async for i in ticks():', '        if i % 2:', '            odd.append(i)'];
    expect(await runPython(...ticks, ...loop, '    print(odd)')).toEqual(['4 s: [1, 3]']);
    const line = '    odd = [i async for i in ticks() if i % 2]';
    expect(await runPython(...ticks, line, '    print(odd)')).toEqual(['4 s: [1, 3]']);
  });

  it('aiter is a builtin that wants an argument, and a function of that name hides it', async () => {
    const line = '    print([i async for i in aiter() if i % 2])';
    expect(await runPython('async def main():', line)).toEqual([
      'TypeError: aiter() takes exactly one argument (0 given)',
    ]);
    expect(await runPython(...ticks, line, 'aiter = ticks')).toEqual(['4 s: [1, 3]']);
  });

  it('sum refuses an asynchronous generator in these words', async () => {
    expect(await runPython(...ticks, '    sum(i async for i in ticks())')).toEqual([
      "TypeError: 'async_generator' object is not iterable",
    ]);
  });

  it.each([
    ['any', 'any(i async for i in ticks())'],
    ['max', 'max(i async for i in ticks())'],
    ['join', '"".join(i async for i in ticks())'],
    ['dict', 'dict((i, i) async for i in ticks())'],
  ])('%s refuses one too', async (_, call) => {
    expect((await runPython(...ticks, `    ${call}`))[0]).toMatch(/^TypeError/);
  });

  it('two awaits in a row take the sum, and two tasks the longest', async () => {
    const main = ['import asyncio', 'async def main():'];
    const row = ['    await asyncio.sleep(2)', '    await asyncio.sleep(3)', '    print("row")'];
    const tasks = ['    await asyncio.gather(asyncio.sleep(2), asyncio.sleep(3))', '    print("tasks")'];
    expect(await runPython(...main, ...row, ...tasks)).toEqual(['5 s: row', '8 s: tasks']);
  });

  it('after an exception the list has no name', async () => {
    const fails = ['    try:', '        odd = [1 // (i - 2) async for i in ticks()]', '    except ZeroDivisionError:'];
    expect(await runPython(...ticks, ...fails, '        print("odd" in locals())')).toEqual(['3 s: False']);
  });

  it('the outermost source is looked at when the expression is made', async () => {
    expect(await runPython('async def main():', '    lazy = (i async for i in 5)', '    print("made")')).toEqual([
      "TypeError: 'async for' requires an object with __aiter__ method, got int",
    ]);
  });

  it('after a failure gather leaves the rest running, a group cancels it, and a comprehension never starts it', async () => {
    const functions = [
      'import asyncio',
      'async def fails():',
      '    await asyncio.sleep(1)',
      '    raise ValueError',
      'async def goes_on():',
      '    print("started")',
      '    try:',
      '        await asyncio.sleep(2)',
      '        print("went on")',
      '    except asyncio.CancelledError:',
      '        print("canceled")',
      '        raise',
      'funcs = [fails, goes_on]',
      'async def main():',
      '    try:',
    ];
    const rest = ['    except* ValueError:', '        await asyncio.sleep(9)'];
    expect(await runPython(...functions, '        await asyncio.gather(*(fun() for fun in funcs))', ...rest)).toEqual([
      '0 s: started',
      '2 s: went on',
    ]);
    expect(
      await runPython(
        ...functions,
        '        async with asyncio.TaskGroup() as group:',
        '            [group.create_task(fun()) for fun in funcs]',
        ...rest,
      ),
    ).toEqual(['0 s: started', '1 s: canceled']);
    expect(await runPython(...functions, '        [await fun() for fun in funcs]', ...rest)).toEqual([]);
  });

  it.each([
    ['a list outside of async def is refused', 'a = [i async for i in s]', 'SyntaxError'],
    ['a generator expression outside of async def is not', 'def f(s): return (i async for i in s)', null],
    ['one inside a plain one is allowed', 'async def f(s): return [[i async for i in p] for p in s]', null],
  ])('%s', async (_, line, error) => {
    const printed = await runPython(line, 'async def main():', '    pass');
    expect(printed.map((text) => text.split(':')[0])).toEqual(error === null ? [] : [error]);
  });
});
