import { describe, expect, it } from 'vitest';
import { createBuildRunner } from '../../src/build/threads/create-build-runner.ts';
import { defaultLimits } from '../../src/engine/run/limits.ts';
import { runPython } from './run-python.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`event-loop/${name}`);

describe('the article on the event loop says of its programs', () => {
  it('the kitchen has seven iterations, as its table says', async () => {
    const { numberedLines, steps, callbacks, trace } = await run('three-timers');
    expect(numberedLines).toEqual([
      '1, 0 s: main waits',
      '2, 0 s: stove on',
      '3, 4 s: tea',
      '4, 7 s: eggs',
      '5, 12 s: rice',
      '7, 13 s: main eats',
    ]);
    expect(steps).toEqual([
      '1, 0 s: main runs',
      '1, 0 s: main suspends',
      '7, 13 s: main runs',
      '7, 13 s: main returned',
    ]);
    expect(callbacks.slice(0, 5)).toEqual([
      '2, 0 s: stove',
      '3, 4 s: tea',
      '4, 7 s: eggs',
      '5, 12 s: rice',
      '6, 13 s: sleep(13)',
    ]);
    const timers = trace.events.flatMap((event) => (event.kind === 'iteration-begins' ? [event.timers] : []));
    expect(timers.slice(0, 7)).toEqual([0, 4, 3, 2, 1, 0, 0]);
  });

  it('the loop of its own prints the four callbacks of the kitchen', async () => {
    const { trace } = await run('own-loop');
    const printed = trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
    expect(printed).toEqual(['stove on', 'tea', 'eggs', 'rice']);
  });

  it('the timer of 0 s prints fifth, at the end of iteration 2, and third runs in iteration 3', async () => {
    const { numberedLines, callbacks, trace } = await run('one-batch');
    expect(numberedLines).toEqual([
      '1, 0 s: main suspends',
      '2, 0 s: first',
      '2, 0 s: second',
      '2, 0 s: main resumes',
      '2, 0 s: timer of 0 s',
      '3, 0 s: third, asked for by first',
    ]);
    const counts = trace.events.flatMap((event) => (event.kind === 'iteration-begins' ? [event.ready] : []));
    expect(counts[1]).toBe(4);
    expect(callbacks.filter((callback) => callback.startsWith('2,'))).toEqual([
      '2, 0 s: first',
      '2, 0 s: second',
      '2, 0 s: zero',
    ]);
    expect(callbacks).toContain('3, 0 s: third');
  });

  it('the report counts two pages in iteration 2, and the clock stands still', async () => {
    const { numberedLines, trace } = await run('blocked');
    expect(numberedLines.filter((line) => line.includes('page'))).toEqual([
      '2, 0 s: page 1: 100000 rows',
      '2, 0 s: page 2: 100000 rows',
      '3, 0 s: page 3: 100000 rows',
    ]);
    expect(numberedLines.every((line) => line.includes(' 0 s:'))).toBe(true);
    const givesWay = trace.events.filter((event) => event.kind === 'frame-suspended' && event.line === 19);
    expect(givesWay).toHaveLength(1);
  });

  it('the beat that was due at 2 s comes at 3.5 s, and the next a second later', async () => {
    const { lines, steps, trace } = await run('late-beat');
    expect(lines).toEqual(['0 s: beat at 0.0 s', '1 s: beat at 1.0 s', '3.5 s: beat at 3.5 s', '4.5 s: beat at 4.5 s']);
    expect(steps).toContain('6, 1.5 s: main runs');
    expect(steps).toContain('6, 3.5 s: main suspends');
    const due = trace.events.find((event) => event.kind === 'timer-set' && event.when === 2);
    const fired = trace.events.find((event) => event.kind === 'timer-fired' && event.cause === due?.seq);
    expect(fired?.time).toBe(3.5);
  });

  it('main has its turns in iterations 2 and 3, and the alarm only after the last turn of the callback', async () => {
    const { numberedLines } = await run('starvation');
    expect(numberedLines).toEqual([
      '2, 0 s: again 1 at 0 s',
      '2, 0 s: main 1',
      '3, 0 s: again 2 at 0 s',
      '3, 0 s: main 2',
      '4, 0 s: again 3 at 0 s',
      '5, 0 s: again 4 at 0 s',
      '6, 1 s: alarm at 1 s',
    ]);
  });

  it('the two transfers end in a deadlock at 1 s', async () => {
    const { trace, lines } = await run('deadlock');
    expect(lines).toEqual(['0 s: deposit has its first lock', '0 s: refund has its first lock']);
    expect(trace.outcome.kind).toBe('deadlocked');
    expect(trace.events.find(({ kind }) => kind === 'deadlock')?.time).toBe(1);
    expect(trace.outcome).toHaveProperty('tree', expect.stringContaining('deposit (transfer) waits for Lock'));
    expect(trace.outcome).toHaveProperty('tree', expect.stringContaining('refund (transfer) waits for Lock'));
  });

  it('a callback that asks for itself without end is stopped after 10,000 iterations, and no alarm rings', async () => {
    const runner = createBuildRunner();
    const source = `import { getRunningLoop, sleep } from '@yieldpoint/scheduler';
export async function main() {
  const loop = getRunningLoop();
  const again = () => void loop.callSoon(again);
  loop.callLater(1, () => console.log('alarm'));
  again();
  await sleep(2);
}`;
    const { maxIterations, maxEvents, maxOutput } = defaultLimits;
    const limits = { maxIterations, maxEvents, maxOutput };
    const { outcome, events } = await runner.run({ file: 'again.ts', source, limits, mayBeStopped: true });
    await runner.close();
    expect(outcome).toEqual({ kind: 'stopped', limit: 'iterations', most: 10_000 });
    expect(events.at(-1)?.iteration).toBe(10_000);
    expect(events.every(({ kind, time }) => kind !== 'output' && time === 0)).toBe(true);
  });
});

describe('the article on the event loop says of CPython', () => {
  it('the loop sleeps 24 h at most, and the debug mode logs steps of more than 100 ms', async () => {
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

  it('a thousand waits of 1 s are over at 1 s', async () => {
    const main = ['async def main():', '    await asyncio.gather(*(asyncio.sleep(1) for _ in range(1000)))'];
    const clock = '    print(asyncio.get_running_loop().time())';
    expect(await runPython('import asyncio', ...main, clock)).toEqual(['1 s: 1.0']);
  });

  it('the transfers end if both take the locks in the same order', async () => {
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
    const both = '    await asyncio.gather(transfer("deposit", wages, savings), transfer("refund", wages, savings))';
    expect(await runPython(...transfer, both)).toEqual(['1 s: deposit', '2 s: refund']);
  });
});
