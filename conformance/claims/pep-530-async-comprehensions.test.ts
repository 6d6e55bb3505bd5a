import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';
import { tellSteps } from './tell-steps.ts';

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
  it('the steps that the text names are as it says', () => {
    const paid = tellSteps('pep-530-async-comprehensions/paid-orders');
    expect(paid(18)).toContain('prints “heartbeat”');
    const byHand = tellSteps('pep-530-async-comprehensions/asked-by-hand');
    expect(byHand(3)).toContain('to the program, and both suspend');
    expect(byHand(8)).toContain("ask('rice') yields 'price of rice?'");
  });

  it('cart-total: without brackets no price is asked for, and with them main suspends twice', () => {
    const { lines, steps } = run('cart-total');
    expect(lines).toEqual(['0 s: TypeError: nothing to add up', '2 s: 50']);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(2);
  });

  it('paid-orders: the line takes five steps of main, and the heartbeat runs between them', () => {
    const { lines, steps, tasks } = run('paid-orders');
    expect(lines).toEqual(['2.5 s: heartbeat', '4 s: paid: 2 and 4']);
    expect(steps.filter((step) => step.endsWith('main runs')).map((step) => step.split(', ')[1])).toEqual([
      '0 s: main runs',
      '1 s: main runs',
      '2 s: main runs',
      '3 s: main runs',
      '4 s: main runs',
    ]);
    expect(tasks).toEqual(['main', 'heartbeat']);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(4);
  });

  it('asked-by-hand: rice is asked for in the send that answers for tea', () => {
    const { lines } = run('asked-by-hand');
    expect(lines).toEqual(['0 s: price of tea?', '0 s: price of rice?', '0 s: total: 50']);
  });

  it('three-waits: a round waits for the item, the condition and the price, and rum gets no price', () => {
    const { lines, steps } = run('three-waits');
    expect(lines).toEqual(['1 s: cart: tea', '8 s: cart: rum', '11 s: cart: rice', '17 s: found: tea 20 rice 20']);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(3 + 3 + 2);
  });

  it('one-fails: the error ends the first comprehension at 2 s, and the second keeps it with its item', () => {
    const { lines, steps } = run('one-fails');
    expect(lines).toEqual([
      '2 s: main hears: rum is not sold',
      '2 s: found: nothing',
      '5 s: found: tea 20 (rum is not sold) rice 20',
    ]);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(2 + 3);
  });

  it('four-kinds: three read to the end, and the generator expression is made without a wait', () => {
    const { lines, steps } = run('four-kinds');
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

  it('from-a-plain-def: the call returns at 0 s, and the loop sees the item that was added after it', () => {
    const { lines, steps } = run('from-a-plain-def');
    expect(lines).toEqual(['0 s: main has the prices', '1 s: 20', '2 s: 30']);
    expect(steps.filter((step) => step.endsWith('main suspends'))).toHaveLength(2);
  });

  it('one-by-one: the comprehension takes the sum in one lane, gather and the group the longest', () => {
    const { lines, tasks, trace } = run('one-by-one');
    expect(lines).toEqual([
      '6 s: comprehension: tea 40 rice 20',
      '10 s: gather: tea 40 rice 20',
      '14 s: group: tea 40 rice 20',
    ]);
    expect(tasks).toHaveLength(1 + 2 + 2);
    const made = trace.events.filter(({ kind }) => kind === 'task-created').map(({ time }) => time);
    expect(made).toEqual([0, 6, 6, 10, 10]);
  });

  it('bounded: the third request is refused at 0 s, and behind the semaphore it waits until 4 s', () => {
    const { lines, steps } = run('bounded');
    expect(lines).toEqual([
      '2 s: all at once: tea 20 rice 20 too many requests',
      '6 s: two at a time: tea 20 rice 20 salt 20',
    ]);
    expect(steps.filter((step) => step.endsWith(' raised'))).toEqual([expect.stringContaining(', 0 s: ')]);
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

  it('when the source fails, the loop has filled its list and the comprehension has set no name', async () => {
    const fails = [
      'async def fails():',
      '    yield 2',
      '    raise OSError',
      'async def main():',
      '    paid = []',
      '    try:',
      '        async for n in fails():',
      '            paid.append(n)',
      '    except OSError:',
      '        print(paid)',
    ];
    expect(await runPython(...fails)).toEqual(['0 s: [2]']);
  });

  it('a comprehension that fails leaves the generator that it reads to another task', async () => {
    const source = ['import asyncio', 'async def items():', '    try:', '        yield 0', '    finally:'];
    const names = ['        print("closed by", asyncio.current_task().get_name())'];
    const main = ['async def main():', '    try:', '        [1 // i async for i in items()]'];
    const after = ['    except ZeroDivisionError:', '        print("failed")', '    await asyncio.sleep(1)'];
    expect(await runPython(...source, ...names, ...main, ...after)).toEqual(['0 s: failed', '0 s: closed by Task-2']);
  });

  it.each([
    ['an await in a generator expression of a plain def is allowed', 'def f(s): return (await i for i in s)', null],
    ['an await in its outermost source is not', 'def f(s): return (i for i in await s)', 'SyntaxError'],
    ['a list with an await in a plain def is refused', 'def f(s): return [await i for i in s]', 'SyntaxError'],
    ['a list outside of async def is refused', 'a = [i async for i in s]', 'SyntaxError'],
    ['a generator expression outside of async def is not', 'def f(s): return (i async for i in s)', null],
    ['one inside a plain one is allowed', 'async def f(s): return [[i async for i in p] for p in s]', null],
  ])('%s', async (_, line, error) => {
    const printed = await runPython(line, 'async def main():', '    pass');
    expect(printed.map((text) => text.split(':')[0])).toEqual(error === null ? [] : [error]);
  });
});
