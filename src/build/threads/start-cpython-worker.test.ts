import { afterAll, expect, it } from 'vitest';
import { startCPythonWorker } from './start-cpython-worker.ts';

const worker = startCPythonWorker({ deadlineMs: 2000 });
afterAll(() => worker.close());

it('runs programs in a thread', async () => {
  const trace = await worker.run('def main(): return 6 * 7');
  expect(trace).toMatchObject({ runtime: 'CPython 3.14.2', outcome: { kind: 'finished', value: '42' } });
}, 60_000);

it('ends a program that nothing inside Python can stop, and runs the next one', async () => {
  const [hangs, next] = await Promise.all([
    worker.run('import itertools\nsum(itertools.count())', { maxSeconds: 0.1 }),
    worker.run('print("next")'),
  ]);
  expect(hangs).toMatchObject({ events: [], outcome: { kind: 'stopped', limit: 'time' } });
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('reports a program that takes its thread down, and runs the next one', async () => {
  const [ends, next] = await Promise.all([worker.run('import os\nos._exit(3)'), worker.run('print("next")')]);
  expect(ends.outcome.kind === 'failed' && ends.outcome.error.message).toContain('exit(3)');
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('reports a program that ends its thread without an error, and runs one that starts threads itself', async () => {
  const [ends, starts, next] = await Promise.all([
    worker.run('import os\nos._exit(0)'),
    worker.run('import threading\nthreading.Thread(target=print).start()'),
    worker.run('print("next")'),
  ]);
  expect(ends.outcome.kind).toBe('failed');
  expect(starts.outcome).toEqual({ kind: 'finished', value: 'None' });
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
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
