import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
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

  it('think has the nine iterations of its table, with two timers and two calls of gather between the steps', async () => {
    const { steps, callbacks, trace } = await run('think');
    expect(steps).toEqual([
      '1, 0 s: main runs',
      '1, 0 s: main suspends',
      '2, 0 s: think(5) runs',
      '2, 0 s: think(5) suspends',
      '2, 0 s: think(2) runs',
      '2, 0 s: think(2) suspends',
      '4, 2 s: think(2) runs',
      '4, 2 s: think(2) returned',
      '7, 5 s: think(5) runs',
      '7, 5 s: think(5) returned',
      '9, 5 s: main runs',
      '9, 5 s: main returned',
    ]);
    expect(callbacks.slice(0, 4)).toEqual(['3, 2 s: sleep(2)', '5, 2 s: gather', '6, 5 s: sleep(5)', '8, 5 s: gather']);
    const resolved = trace.events.filter((event) => event.kind === 'future-resolved');
    expect(resolved.map(({ iteration, time }) => [iteration, time])).toEqual([[8, 5]]);
    const created = trace.events.flatMap((event) => (event.kind === 'task-created' ? [event.iteration] : []));
    expect(created).toEqual([0, 1, 1]);
  });

  it('the alarm runs to its end before anyone who waits for the future', async () => {
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
    expect(trace.events.find(({ kind }) => kind === 'unretrieved')?.time).toBe(10);
    expect(lines.at(-1)).toBe('10 s: main ends as if all were well');
    expect(trace.outcome.kind).toBe('finished');
    expect(trace.events.some(({ kind }) => kind === 'unretrieved')).toBe(true);
  });
});

describe('the article on asyncio says of CPython', () => {
  const think = [
    'import asyncio, types',
    'async def think(seconds):',
    '    print(f"think({seconds}) begins")',
    '    await asyncio.sleep(seconds)',
    '    print(f"think({seconds}) is done")',
    'async def main():',
  ];

  it('with the arguments swapped only the first two lines change places', async () => {
    expect(await runPython(...think, '    await asyncio.gather(think(2), think(5))')).toEqual([
      '0 s: think(2) begins',
      '0 s: think(5) begins',
      '2 s: think(2) is done',
      '5 s: think(5) is done',
    ]);
  });

  it('the program of 2014 fails at its decorator', async () => {
    const old = ['@asyncio.coroutine', 'def think(seconds):', '    yield from asyncio.sleep(seconds)'];
    expect(await runPython('import asyncio', ...old)).toEqual([
      "AttributeError: module 'asyncio' has no attribute 'coroutine'",
    ]);
  });

  const marked = (last: string) => ['import asyncio, types', '@types.coroutine', 'def marked():', `    ${last}`];
  const awaiting = ['async def main():', '    await marked()'];

  it.each([
    ['a string behind yield from hands the task a letter', 'yield from "ab"', "Task got bad yield: 'a'"],
    ['a bare yield of a future gets its own error', 'yield asyncio.Future()', 'yield was used instead of yield from'],
  ])('%s', async (_, line, message) => {
    const printed = await runPython(...marked(line), ...awaiting);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain('RuntimeError');
    expect(printed[0]).toContain(message);
  });

  it('gather takes a marked generator, and create_task refuses it', async () => {
    const works = marked('yield from asyncio.sleep(1)');
    const clock = '    print(asyncio.get_running_loop().time())';
    expect(await runPython(...works, 'async def main():', '    await asyncio.gather(marked())', clock)).toEqual([
      '1 s: 1.0',
    ]);
    const [refused] = await runPython(...works, 'async def main():', '    asyncio.create_task(marked())');
    expect(refused).toContain('a coroutine was expected, got <generator object marked');
    expect(await runPython(...works, 'print(asyncio.iscoroutine(marked()))')).toEqual(['0 s: False']);
  });

  it('to ask a pending future for its result is an error', async () => {
    const pending = ['import asyncio', 'async def main():', '    asyncio.Future().result()'];
    expect((await runPython(...pending))[0]).toContain('InvalidStateError');
  });

  it('a wait for a coroutine makes no task', async () => {
    const nested = ['async def outer():', '    await think(1)', '    print(len(asyncio.all_tasks()))'];
    expect(await runPython(...think, '    await outer()', ...nested)).toContain('1 s: 1');
  });

  it('gather before any loop runs fails as get_event_loop does', async () => {
    const outside = ['made = [think(5), think(2)]', 'try:', '    asyncio.gather(*made)'];
    const caught = ['except RuntimeError as error:', '    print(error)', 'for each in made:', '    each.close()'];
    const [first] = await runPython(...think, '    pass', ...outside, ...caught);
    expect(first).toContain('no current event loop');
  });
});
