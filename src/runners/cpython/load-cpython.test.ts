import { expect, it } from 'vitest';
import { loadCPython } from './load-cpython.ts';

it('runs a program in CPython', async () => {
  const cpython = await loadCPython();
  expect(cpython.runtime).toBe('CPython 3.14.2');
  const trace = cpython.run('async def main():\n    print("hello")\n    return 7\n', { level: 'schedule' });
  expect(trace.outcome).toEqual({ kind: 'finished', value: '7' });
  expect(trace.events.filter(({ kind }) => kind === 'output')).toMatchObject([
    { text: 'hello', line: 2, time: 0, iteration: 1, task: 1 },
  ]);
});
