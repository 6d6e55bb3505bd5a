import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-525-async-generators/${name}`);

describe('the article on asynchronous generators says of its programs', () => {
  it('two tickers have no lane, and their loops end one wait after the last number', async () => {
    const { lines, tasks, steps } = await run('ticker');
    expect(tasks).toEqual(['main', 'watch #1', 'watch #2']);
    expect(lines).toEqual([
      '0 s: slow 0',
      '0 s: fast 0',
      '2 s: fast 1',
      '4 s: fast 2',
      '5 s: slow 1',
      '6 s: fast ends',
      '10 s: slow ends',
    ]);
    expect(steps.filter((step) => step.includes('watch #1 runs'))).toEqual([
      '2, 0 s: watch #1 runs',
      '8, 5 s: watch #1 runs',
      '13, 10 s: watch #1 runs',
    ]);
    expect(steps).toContain('6, 4 s: watch #2 suspends');
    expect(steps).toContain('10, 6 s: watch #2 runs');
  });

  it('a request stays open over an await and ends with a yield', async () => {
    const { lines } = await run('by-hand');
    expect(lines).toEqual(['0 s: request 1 waits', '0 s: request 1 gives 1', '0 s: request 2 is over']);
  });

  it('the class and the generator give each row in the same iteration', async () => {
    const { numberedLines, steps } = await run('class-or-generator');
    const lane = (name: string) =>
      steps.filter((step) => step.includes(name)).map((step) => step.replace(name, 'watch'));
    expect(lane('watch #1')).toEqual(lane('watch #2'));
    expect(lane('watch #1')).toHaveLength(6);
    expect(numberedLines).toEqual([
      '4, 2 s: class: row 1',
      '4, 2 s: generator: row 1',
      '6, 4 s: class: row 2',
      '6, 4 s: generator: row 2',
    ]);
  });

  it('a source that is left early is closed by a task that is made in iteration 2 and starts in iteration 3', async () => {
    const { lines, steps, tasks, trace } = await run('left-early');
    expect(lines).toEqual([
      '0 s: row 1',
      '0 s: main finds it busy',
      '1 s: free, says Task-2',
      '2 s: main finds it free',
    ]);
    expect(tasks).toEqual(['main', 'aclose']);
    const asked = trace.events.find((event) => event.kind === 'callback-ready');
    const made = trace.events.find((event) => event.kind === 'task-created' && event.coroutine === 'aclose');
    expect([asked?.iteration, made?.iteration]).toEqual([1, 2]);
    expect(steps).toContain('3, 0 s: aclose runs');
    expect(steps).toContain('3, 0 s: aclose suspends');
  });

  it('a source that is closed in time is closed by main, which continues only then', async () => {
    const { lines, tasks } = await run('closed-in-time');
    expect(tasks).toEqual(['main']);
    expect(lines).toEqual(['0 s: row 1', '1 s: free, says Task-1', '1 s: main finds it free']);
  });

  it('the second of two requests is refused at once', async () => {
    const { lines } = await run('two-readers');
    expect(lines).toEqual(['0 s: Grace is refused', '1 s: Ada has tick 1']);
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
