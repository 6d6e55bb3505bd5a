import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { openRun } from '../../src/engine/trace/open-run.ts';
import { describeStep } from '../../src/engine/trace/words/describe-step.ts';
import { findListing, machinePython, runInProcess } from './run-listing.ts';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const tell = (name: string) => tellRun(`event-loop/${name}`);

describe('the article on the event loop says of its programs', () => {
  it('three blocking requests take 3 s, and three waiting ones take 1 s', () => {
    const { lines } = tell('three-requests');
    expect(lines).toEqual([
      '1 s: blocking: Ada is answered',
      '2 s: blocking: Grace is answered',
      '3 s: blocking: Alan is answered',
      '4 s: waiting: Ada is answered',
      '4 s: waiting: Grace is answered',
      '4 s: waiting: Alan is answered',
    ]);
  });

  it('the timers have seven iterations, as the table says', () => {
    const { numberedLines, steps, callbacks, trace } = tell('three-timers');
    expect(numberedLines).toEqual([
      '1, 0 s: main waits',
      '2, 0 s: log: connected',
      '3, 4 s: retry the upload',
      '4, 7 s: ping the database',
      '5, 12 s: session expires',
      '7, 13 s: main ends',
    ]);
    expect(steps).toEqual([
      '1, 0 s: main runs',
      '1, 0 s: main suspends',
      '7, 13 s: main runs',
      '7, 13 s: main returned',
    ]);
    expect(callbacks.slice(0, 5)).toEqual([
      '2, 0 s: log',
      '3, 4 s: retry',
      '4, 7 s: ping',
      '5, 12 s: expire',
      '6, 13 s: sleep(13)',
    ]);
    const timers = trace.events.flatMap((event) => (event.kind === 'iteration-begins' ? [event.timers] : []));
    expect(timers.slice(0, 7)).toEqual([0, 4, 3, 2, 1, 0, 0]);
  });

  it('the loop of its own runs what is ready and then the timers in the order of their deadlines', () => {
    const { trace } = tell('own-loop');
    const printed = trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
    expect(printed).toEqual(['0 s: connected', '4 s: retry the upload', '12 s: session expires']);
  });

  it('the same loop drives two coroutines, whose lines come in the order of their deadlines', () => {
    const { trace } = tell('loop-and-coroutine');
    const printed = trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
    expect(printed).toEqual(['0 s: photo is sent', '0 s: note is sent', '2 s: note is stored', '5 s: photo is stored']);
  });

  it('loop-and-coroutine has the loop of own-loop, line for line', () => {
    const read = (name: string) =>
      readFileSync(`content/articles/event-loop/${name}.py`, 'utf8').replaceAll(/^#.*\n/gm, '');
    const loop = /^def call_later.*?^ +callback\(\)\n/ms.exec(read('own-loop'))?.[0] ?? 'no loop';
    expect(read('loop-and-coroutine')).toContain(loop);
  });

  it('the timer of 0 s prints fifth, at the end of iteration 2, and audit runs in iteration 3', () => {
    const { numberedLines, callbacks, trace } = tell('one-batch');
    expect(numberedLines).toEqual([
      '1, 0 s: main suspends',
      '2, 0 s: save the row',
      '2, 0 s: reply to the client',
      '2, 0 s: main resumes',
      '2, 0 s: retry, a timer of 0 s',
      '3, 0 s: audit, requested by save',
    ]);
    const counts = trace.events.flatMap((event) => (event.kind === 'iteration-begins' ? [event.ready] : []));
    expect(counts[1]).toBe(4);
    expect(callbacks.filter((callback) => callback.startsWith('2,'))).toEqual([
      '2, 0 s: save',
      '2, 0 s: reply',
      '2, 0 s: retry',
    ]);
    expect(callbacks).toContain('3, 0 s: audit');
  });

  it('poll asks five times although the job is done at 1 s, and wait is resumed once', () => {
    const { lines, trace } = tell('polling');
    expect(lines).toEqual(['1.25 s: poll asked 5 times', '2.25 s: wait is told once']);
    const sleeps = trace.events.filter((event) => event.kind === 'clock-jumped' && event.task === null);
    expect(sleeps).toHaveLength(1);
    expect(sleeps[0]).toMatchObject({ from: 1.25, time: 2.25 });
  });

  it('the beat that was due at 2 s comes at 3.5 s, and the next a second later', () => {
    const { lines, steps, trace } = tell('late-beat');
    expect(lines).toEqual(['0 s: beat 1', '1 s: beat 2', '3.5 s: beat 3', '4.5 s: beat 4']);
    expect(steps).toContain('6, 1.5 s: main runs');
    expect(steps).toContain('6, 3.5 s: main suspends');
    const due = trace.events.find((event) => event.kind === 'timer-set' && event.when === 2);
    const fired = trace.events.find((event) => event.kind === 'timer-fired' && event.cause === due?.seq);
    expect(fired?.time).toBe(3.5);
  });

  it('with to_thread no beat is late, and main is woken by the end of the call', () => {
    const { lines, steps } = tell('beat-on-time');
    expect(lines).toEqual(['0 s: beat 1', '1 s: beat 2', '2 s: beat 3', '3 s: beat 4', '3.5 s: 512 rows']);
    expect(steps).toContainEqual(expect.stringMatching(/^\d+, 1\.5 s: main suspends/));
    expect(steps).toContainEqual(expect.stringMatching(/^\d+, 3\.5 s: main (?:is woken|runs|resumes)/));
  });

  it('the two transfers end in a deadlock at 1 s', () => {
    const { trace, lines } = tell('deadlock');
    expect(lines).toEqual(['0 s: deposit has its first account', '0 s: refund has its first account']);
    expect(trace.outcome.kind).toBe('deadlocked');
    expect(trace.events.find(({ kind }) => kind === 'deadlock')?.time).toBe(1);
    const run = openRun(trace);
    const sentences = run.steps.map((_, index) => describeStep(run, index + 1));
    expect(sentences).toContainEqual(
      expect.stringContaining('deposit waits for savings, held by refund, and refund waits for wages, held by deposit'),
    );
  });
});

describe('the article on the event loop says of CPython', () => {
  it('the loop sleeps 24 h at most, and the debug mode logs steps of 0.1 s or more', async () => {
    const lines = ['import asyncio', 'async def main():', '    loop = asyncio.get_running_loop()'];
    const limit = '    print(asyncio.base_events.MAXIMUM_SELECT_TIMEOUT / 3600)';
    expect(await runPython(...lines, limit, '    print(loop.slow_callback_duration)')).toEqual([
      '0 s: 24.0',
      '0 s: 0.1',
    ]);
  });

  it('a callback that fails does not stop the loop', async () => {
    const fails = ['import asyncio', 'async def main():', '    loop = asyncio.get_running_loop()'];
    const asks = [
      '    loop.call_soon(lambda: 1 // 0)',
      '    loop.call_soon(print, "next")',
      '    await asyncio.sleep(1)',
    ];
    expect(await runPython(...fails, '    loop.set_exception_handler(lambda *_: None)', ...asks)).toEqual([
      '0 s: next',
    ]);
  });

  const transfer = [
    'import asyncio',
    'async def transfer(name, source, target):',
    '    async with source:',
    '        await asyncio.sleep(1)',
    '        async with target:',
    '            print(name)',
    'async def main():',
    '    wages, savings = asyncio.Lock(), asyncio.Lock()',
  ];

  it('the transfers end if both take the locks in the same order', async () => {
    const both = '    await asyncio.gather(transfer("deposit", wages, savings), transfer("refund", wages, savings))';
    expect(await runPython(...transfer, both)).toEqual(['1 s: deposit', '2 s: refund']);
  });

  it('a task that waits for a lock is in Lock.acquire, and no edge leads to the task that holds the lock', async () => {
    const looks = [
      '    deposit = asyncio.create_task(transfer("deposit", wages, savings))',
      '    refund = asyncio.create_task(transfer("refund", savings, wages))',
      '    await asyncio.sleep(2)',
      '    for task in (deposit, refund):',
      '        graph = asyncio.capture_call_graph(task)',
      '        print(graph.call_stack[0].frame.f_code.co_qualname, graph.awaited_by)',
      '        task.cancel()',
    ];
    expect(await runPython(...transfer, ...looks)).toEqual(['2 s: Lock.acquire ()', '2 s: Lock.acquire ()']);
  });
});

describe('the article on the event loop says of real time', () => {
  /** The program of the late heartbeat, ten times as fast, with another line instead of the blocking call. */
  const lateBeat = (line: string) =>
    `${readFileSync('content/articles/event-loop/late-beat.py', 'utf8')
      .replace('    count_rows()\n    await', `    ${line}\n    await`)
      .replace('time.sleep(2)', 'time.sleep(0.2)')
      .replace('asyncio.sleep(1)', 'asyncio.sleep(0.1)')
      .replace('asyncio.sleep(1.5)', 'asyncio.sleep(0.15)')}\n`;

  it('a timer waits for a million microtasks in Node', () => {
    const { out } = runInProcess([process.execPath, '-e'], findListing('event-loop', 'js', 'queueMicrotask'));
    expect(out).toBe('timer after 1000000 turns\n');
  });

  it.skipIf(machinePython === undefined)('a timer does not wait for a million callbacks in CPython', () => {
    const { out } = runInProcess([machinePython?.command ?? '', '-c'], findListing('event-loop', 'python', 'again()'));
    const turns = Number(/^timer after (\d+) turns$/m.exec(out)?.[1]);
    expect(turns).toBeGreaterThan(1);
    expect(turns).toBeLessThan(1_000_000);
  });

  it.skipIf(machinePython === undefined)('the loop on sockets prints the four lines below it', () => {
    const { out } = runInProcess(
      [machinePython?.command ?? '', '-c'],
      findListing('event-loop', 'python', 'selectors'),
    );
    expect(out).toBe(findListing('event-loop', 'text', 'Grace hears'));
  });

  it.skipIf(machinePython === undefined)('the debug mode names the line at which the slow step ended', () => {
    const program = `${lateBeat('count_rows()')}begun = time.perf_counter()
asyncio.run(main(), debug=True)
print(time.perf_counter() - begun)`;
    const { out, log } = runInProcess([machinePython?.command ?? '', '-c'], program);
    const slow =
      /^Executing <Task pending name='Task-1' coro=<main\(\) running at .*:15> wait_for=.* took (\d+\.\d{3}) seconds$/m;
    const seconds = Number(slow.exec(log)?.[1]);
    // As long as the call in it, or longer on a busy machine, but not as long as the whole run, in which main also sleeps.
    expect(seconds).toBeGreaterThanOrEqual(0.2);
    expect(seconds).toBeLessThan(Number(out.split('\n').at(-2)) - 0.1);
    const lines = readFileSync('content/articles/event-loop/late-beat.py', 'utf8').split('\n').slice(12, 15);
    expect(lines.map((line) => line.trim())).toEqual(['await asyncio.sleep(1.5)', 'count_rows()', 'await beating']);
  });

  it.skipIf(machinePython === undefined)('with to_thread no beat is late', () => {
    // Instead of sleeping, the call waits for the fourth beat, and says whether it came.
    const count = (line: string, seconds: number): string =>
      runInProcess(
        [machinePython?.command ?? '', '-c'],
        `import threading\nfourth = threading.Event()\n${lateBeat(line)
          .replace('time.sleep(0.2)', `print("counted", fourth.wait(${seconds}))`)
          .replace('{number}")', '{number}"); number == 4 and fourth.set()')}asyncio.run(main())`,
      ).out;
    const beats = [1, 2, 3, 4].map((number) => `beat ${number}\n`);
    expect(count('await asyncio.to_thread(count_rows)', 30)).toBe(`${beats.join('')}counted True\n`);
    expect(count('count_rows()', 0.2)).toBe(`${beats.slice(0, 2).join('')}counted False\n${beats.slice(2).join('')}`);
  });
});
