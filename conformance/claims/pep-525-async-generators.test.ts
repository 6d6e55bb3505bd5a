import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-525-async-generators/${name}`);

describe('the article on asynchronous generators says of its programs', () => {
  it('first-order: the list is printed at 6 s, and the generator hands out an order every 2 s without a lane', () => {
    const { lines, tasks, steps } = run('first-order');
    expect(tasks).toEqual(['main', 'exportAll', 'exportEach']);
    expect(lines).toEqual([
      '2 s: each: order 1',
      '4 s: each: order 2',
      '6 s: all: order 1',
      '6 s: all: order 2',
      '6 s: all: order 3',
      '6 s: each: order 3',
    ]);
    expect(steps.filter((step) => step.endsWith('exportEach suspends'))).toHaveLength(3);
  });

  it('by-hand: a request stays open over an await and ends with a yield', () => {
    const { lines } = run('by-hand');
    expect(lines).toEqual(['0 s: first waits', '0 s: first gives order 1', '0 s: second is over']);
  });

  it('class-or-generator: both give each order in the same iteration', () => {
    const { numberedLines, steps, tasks } = run('class-or-generator');
    const [, first = '', second = ''] = tasks;
    const lane = (name: string) =>
      steps.filter((step) => step.includes(name)).map((step) => step.replace(name, 'exportFrom'));
    expect(lane(first)).toEqual(lane(second));
    expect(lane(first)).toHaveLength(6);
    expect(numberedLines).toEqual([
      '4, 2 s: class: order 1',
      '4, 2 s: generator: order 1',
      '6, 4 s: class: order 2',
      '6, 4 s: generator: order 2',
    ]);
  });

  it('answered: asend sets the size, athrow brings the same batch again, and each answer takes 1 s', () => {
    const { lines } = run('answered');
    expect(lines).toEqual([
      '1 s: A1',
      '2 s: A2 A3',
      '2 s: not saved: the same batch again',
      '3 s: A2 A3',
      '4 s: A4 A5',
      '4 s: no more',
    ]);
  });

  it('swallowed: without raise in the except, a failed block counts as saved', () => {
    const { lines } = run('swallowed');
    expect(lines).toEqual([
      '2 s: silent: rolled back',
      '2 s: A1: saved',
      '4 s: honest: rolled back',
      '4 s: A2: disk is full',
    ]);
  });

  it('left-early: a task made in the next iteration and started in the one after closes the connection', () => {
    const { lines, steps, tasks, trace } = run('left-early');
    expect(lines).toEqual([
      '1 s: order 1',
      '1 s: main finds it open',
      '2 s: closed by Task-2',
      '3 s: main finds it closed',
    ]);
    const [, closer = ''] = tasks;
    const dropped = trace.events.find((event) => event.kind === 'callback-ready' && event.label === 'createTask');
    const made = trace.events.find((event) => event.kind === 'task-created' && event.coroutine === 'aclose');
    const iteration = dropped?.iteration ?? 0;
    expect(made?.iteration).toBe(iteration + 1);
    expect(steps.filter((step) => step.includes(closer)).slice(0, 2)).toEqual([
      `${iteration + 2}, 1 s: ${closer} runs`,
      `${iteration + 2}, 1 s: ${closer} suspends`,
    ]);
  });

  it('closed-in-time: main closes the connection and continues only then', () => {
    const { lines, tasks } = run('closed-in-time');
    expect(tasks).toEqual(['main']);
    expect(lines).toEqual(['1 s: order 1', '2 s: closed by Task-1', '2 s: main finds it closed']);
  });

  it('leaky-timeout: a yield inside the timeout lets it cancel the reader at 2 s', () => {
    const { lines } = run('leaky-timeout');
    expect(lines).toEqual(['2 s: leaky: the export is canceled', '4 s: tight: A1 is saved', '8 s: tight: A2 is saved']);
  });
});

describe('the article on asynchronous generators says of CPython', () => {
  const source = [
    'import asyncio, inspect',
    'async def rows():',
    '    try:',
    '        while True:',
    '            print("got", (yield 1))',
    '    finally:',
    '        print("closed")',
    'async def numbered(source):',
    '    async for item in source:',
    '        yield item',
    'async def main():',
  ];

  it('its methods give something to await, and sending, throwing and closing reach the frame', async () => {
    const talk = [
      '    g = rows()',
      '    print(await anext(g), await g.asend("tea"))',
      '    try:',
      '        await g.athrow(KeyError)',
      '    except KeyError:',
      '        print("thrown")',
      '    await g.aclose()',
      '    print(await anext(g, "no more"))',
    ];
    expect(await runPython(...source, ...talk)).toEqual([
      '0 s: got tea',
      '0 s: 1 1',
      '0 s: closed',
      '0 s: thrown',
      '0 s: no more',
    ]);
  });

  it('it cannot be awaited, and its function is not a coroutine function', async () => {
    expect(await runPython(...source, '    print(inspect.iscoroutinefunction(rows))', '    await rows()')).toEqual([
      '0 s: False',
      "TypeError: 'async_generator' object can't be awaited",
    ]);
  });

  it.each([
    ['return with a value', '    return 2'],
    ['yield from', '    yield from ()'],
  ])('%s in it is a SyntaxError', async (_, line) => {
    expect((await runPython('async def f():', '    yield 1', line))[0]).toMatch(/^SyntaxError/);
  });

  it('a yield while it is closed is answered with a RuntimeError', async () => {
    const stubborn = ['async def f():', '    try:', '        yield 1', '    finally:', '        yield 2'];
    const closes = ['async def main():', '    g = f()', '    await anext(g)', '    await g.aclose()'];
    expect(await runPython(...stubborn, ...closes)).toEqual(['RuntimeError: async generator ignored GeneratorExit']);
  });

  it('a second request is refused in these words', async () => {
    const twice = [
      'import asyncio',
      'async def ticks():',
      '    await asyncio.sleep(1)',
      '    yield 1',
      'async def main():',
      '    g = ticks()',
      '    await asyncio.gather(anext(g), anext(g))',
    ];
    expect(await runPython(...twice)).toEqual(['RuntimeError: anext(): asynchronous generator is already running']);
  });

  it('delegation by a loop loses what is sent, and closing the outer one leaves the inner one open', async () => {
    const talk = [
      '    inner = rows()',
      '    outer = numbered(inner)',
      '    await anext(outer)',
      '    await outer.asend("tea")',
      '    await outer.aclose()',
      '    print("outer is closed")',
      '    await inner.aclose()',
    ];
    expect(await runPython(...source, ...talk)).toEqual(['0 s: got None', '0 s: outer is closed', '0 s: closed']);
  });

  it('a finally with await closes the source in the same task, as aclosing does', async () => {
    const talk = [
      '    g = rows()',
      '    try:',
      '        async for row in g:',
      '            break',
      '    finally:',
      '        await g.aclose()',
      '    print(len(asyncio.all_tasks()))',
    ];
    expect(await runPython(...source, ...talk)).toEqual(['0 s: closed', '0 s: 1']);
  });

  it('one that a variable still holds is closed at the end of the run', async () => {
    const holds = ['    global g', '    g = rows()', '    await anext(g)', '    print("main ends")'];
    expect(await runPython(...source, ...holds)).toEqual(['0 s: main ends', '0 s: closed']);
  });

  it('a plain generator is closed where its last reference goes', async () => {
    const plain = ['def rows():', '    try:', '        yield 1', '    finally:', '        print("closed")'];
    const drops = ['def main():', '    g = rows()', '    next(g)', '    del g', '    print("after")'];
    expect(await runPython(...plain, ...drops)).toEqual(['0 s: closed', '0 s: after']);
  });

  it('a new one refuses a value', async () => {
    expect(await runPython(...source, '    await rows().asend(2)')).toEqual([
      "TypeError: can't send non-None value to a just-started async generator",
    ]);
  });

  it('asend and athrow of a generator that waits give what comes out of its next yield', async () => {
    const slow = [
      'import asyncio',
      'async def slow():',
      '    await asyncio.sleep(1)',
      '    try:',
      '        yield 1',
      '    except KeyError:',
      '        await asyncio.sleep(1)',
      '        yield 2',
      'async def main():',
      '    g = slow()',
      '    print(await anext(g))',
      '    print(await g.athrow(KeyError()))',
      '    await g.aclose()',
    ];
    expect(await runPython(...slow)).toEqual(['1 s: 1', '2 s: 2']);
  });

  it('a timeout around a yield cancels its reader', async () => {
    const trap = [
      'import asyncio',
      'async def rows():',
      '    async with asyncio.timeout(1):',
      '        yield 1',
      'async def main():',
      '    try:',
      '        async for row in rows():',
      '            await asyncio.sleep(5)',
      '    except asyncio.CancelledError:',
      '        print("the reader is canceled")',
    ];
    expect((await runPython(...trap))[0]).toBe('1 s: the reader is canceled');
  });
});
