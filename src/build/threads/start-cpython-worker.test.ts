import { afterAll, expect, it } from 'vitest';
import type { Trace } from '../../engine/trace/event/events.ts';
import { startCPythonWorker } from './start-cpython-worker.ts';

const worker = startCPythonWorker({ deadlineMs: 2000 });
afterAll(() => worker.close());

it('runs programs in a thread', async () => {
  const trace = await worker.run('def main(): return 6 * 7');
  expect(trace).toMatchObject({ runtime: 'CPython 3.14.2', outcome: { kind: 'finished', value: '42' } });
}, 60_000);

/** What a trace has of prints. */
const printed = ({ events }: Trace): readonly string[] =>
  events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));

it('ends a program that nothing inside Python can stop, keeps what happened before, and runs the next one', async () => {
  const [hangs, next] = await Promise.all([
    worker.run('import itertools\nprint("before")\nsum(itertools.count())', { maxSeconds: 0.1 }),
    worker.run('print("next")'),
  ]);
  expect(hangs.outcome).toEqual({ kind: 'stopped', limit: 'time', most: 0.1 });
  expect(printed(hangs)).toEqual(['before']);
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('keeps what a program did that brings down its thread, and runs the next one', async () => {
  const [ends, next] = await Promise.all([
    worker.run('import faulthandler\nprint("before")\nfaulthandler._sigabrt()'),
    worker.run('print("next")'),
  ]);
  expect(ends.outcome).toMatchObject({
    kind: 'failed',
    error: { name: 'Crash', message: expect.stringMatching(/^CPython gave up .*unreachable/) as string, line: 3 },
    hint: expect.stringMatching(/^In a terminal this ends the process, by abort\(\)/) as string,
  });
  expect(printed(ends)).toEqual(['before']);
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('ends at os._exit, with its line where the status is not zero, and runs nothing more of the program', async () => {
  const source = (status: number): string =>
    `import os, atexit\natexit.register(print, "never")\ntry:\n  print("before")\n  os._exit(${status})\nfinally:\n  print("never")`;
  const [fails, ends] = await Promise.all([worker.run(source(3)), worker.run(source(0))]);
  expect(fails.outcome).toMatchObject({ kind: 'failed', error: { name: 'SystemExit', message: '3', line: 5 } });
  expect(ends.outcome).toEqual({ kind: 'finished', value: 'None' });
  for (const trace of [fails, ends]) expect(printed(trace)).toEqual(['before']);
}, 60_000);

it('runs a program that starts threads itself', async () => {
  const starts = await worker.run('import threading\nthreading.Thread(target=print).start()');
  expect(starts.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('stops an endless loop and an endless finalizer at their line, keeps what happened before, and runs the next one', async () => {
  const [lasts, finalizes, next] = await Promise.all([
    worker.run('print("begun")\nwhile True: pass'),
    worker.run('class A:\n    def __del__(self):\n        while True: pass\nprint("begun")\nA()'),
    worker.run('print("next")'),
  ]);
  for (const { events, outcome } of [lasts, finalizes]) {
    expect(outcome).toEqual({ kind: 'stopped', limit: 'time', most: 1.6 });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'output', text: 'begun' }));
  }
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);
