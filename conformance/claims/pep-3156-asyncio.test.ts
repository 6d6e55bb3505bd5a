import { describe, expect, it } from 'vitest';
import { findListing, machinePython, runInProcess } from './run-listing.ts';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-3156-asyncio/${name}`);

const fourLines = [
  '2, 0 s: think(5) begins',
  '2, 0 s: think(2) begins',
  '4, 2 s: think(2) is done',
  '7, 5 s: think(5) is done',
];

describe('the article on asyncio says of its programs', () => {
  it.each(['think', 'think-generators'])(
    '%s prints its lines in iterations 2, 2, 4 and 7, and main resumes in 9',
    (name) => {
      const { numberedLines, steps } = run(name);
      expect(numberedLines).toEqual(fourLines);
      expect(steps.filter((step) => step.endsWith('main runs'))).toEqual(['1, 0 s: main runs', '9, 5 s: main runs']);
    },
  );

  it('think has the nine iterations of its table, with two timers and two calls of gather between the steps', () => {
    const { steps, callbacks, trace } = run('think');
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

  it('deliver runs to its end before any callback that waits for the future', () => {
    const { numberedLines } = run('future-by-timer');
    expect(numberedLines).toEqual([
      '1, 0 s: main waits',
      '2, 3 s: deliver: before the result',
      '2, 3 s: deliver: after the result',
      '3, 3 s: log: 42 rows',
      '3, 3 s: main has 42 rows',
      '3, 3 s: main goes on',
      '4, 3 s: log: 42 rows',
      '4, 3 s: main ends',
    ]);
  });

  it('the tasks by hand do what the real ones did, and report has the result of think(5) at 5 s', () => {
    const { lines } = tellFrames('pep-3156-asyncio/task-by-hand');
    expect(lines).toEqual([
      '0 s: think(5) begins',
      '0 s: think(2) begins',
      '2 s: think(2) is done',
      '5 s: think(5) is done',
      '5 s: report has 5 thoughts',
    ]);
  });

  it('the task fails at 1 s, stops nothing, and is reported at 10 s', () => {
    const { lines, steps, trace } = run('unread-exception');
    expect(steps).toContainEqual(expect.stringMatching(/^4, 1 s: save.* raised$/));
    expect(trace.events.find(({ kind }) => kind === 'unretrieved')?.time).toBe(10);
    expect(lines.slice(-2)).toEqual(['10 s: main: saving is done', '10 s: main ends as if all were well']);
    expect(trace.outcome.kind).toBe('finished');
  });

  it('in a group the exception is heard at 1 s, and the other task is cancelled', () => {
    const { lines, steps } = run('read-exception');
    expect(lines).toEqual(['0 s: answer: the client hears 200', '1 s: save fails', '1 s: main hears: disk is full']);
    expect(steps).toContainEqual(expect.stringMatching(/1 s: answer.* cancelled$/));
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

  it('a coroutine can catch what its task throws in for a bad yield', async () => {
    const caught = ['    try:', '        yield "a"', '    except RuntimeError:', '        print("goes on")'];
    const program = ['import asyncio, types', '@types.coroutine', 'def marked():', ...caught, ...awaiting];
    expect(await runPython(...program)).toEqual(['0 s: goes on']);
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

describe('the article on asyncio says of real sockets', () => {
  it.skipIf(machinePython === undefined).each(['add_reader', 'create_server'])(
    'the program with %s prints what is below it',
    (part) => {
      const { out } = runInProcess(
        [machinePython?.command ?? '', '-c'],
        findListing('pep-3156-asyncio', 'python', part),
      );
      const first = part === 'add_reader' ? 'done before' : 'Echo got';
      expect(out).toBe(findListing('pep-3156-asyncio', 'text', first));
    },
  );

  it.skipIf(machinePython === undefined)('asyncio.run waits for the threads of the default executor', () => {
    const program = [
      'import asyncio, time',
      'async def main():',
      '    asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.2)',
      'begun = time.perf_counter()',
      'asyncio.run(main())',
      'print(time.perf_counter() - begun >= 0.2)',
    ];
    expect(runInProcess([machinePython?.command ?? '', '-c'], program.join('\n')).out).toBe('True\n');
  });
});
