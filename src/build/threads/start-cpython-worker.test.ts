import { afterAll, expect, it } from 'vitest';
import { startCPythonWorker } from './start-cpython-worker.ts';

const worker = startCPythonWorker({ deadlineMs: 2000 });
afterAll(() => worker.close());

it('runs programs in a thread', async () => {
  const trace = await worker.run('def main(): return 6 * 7');
  expect(trace).toMatchObject({ runtime: 'CPython 3.14.2', outcome: { kind: 'finished', value: '42' } });
}, 60_000);

it('ends a program that nothing inside Python can stop, and runs the next', async () => {
  const [hangs, next] = await Promise.all([
    worker.run('import itertools\nsum(itertools.count())', { maxSeconds: 0.1 }),
    worker.run('print("next")'),
  ]);
  expect(hangs).toMatchObject({ events: [], outcome: { kind: 'stopped', limit: 'time' } });
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);

it('tells of a program that takes its thread down, and runs the next', async () => {
  const [ends, next] = await Promise.all([worker.run('import os\nos._exit(3)'), worker.run('print("next")')]);
  expect(ends.outcome.kind === 'failed' && ends.outcome.error.message).toContain('exit(3)');
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
}, 60_000);
