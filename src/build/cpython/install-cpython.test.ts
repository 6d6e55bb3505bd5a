import { expect, it } from 'vitest';
import { type Trace, traceVersion } from '../../engine/trace/event/events.ts';
import { loadCPython } from './load-cpython.ts';

const cpython = await loadCPython();

const printed = (trace: Trace): string[] =>
  trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));

it('names the interpreter by its own version', () => {
  expect(cpython.runtime).toBe('CPython 3.14.2');
});

it('runs a program and gives its trace', () => {
  const trace = cpython.run('async def main():\n    print("hello")\n    return 7\n', { level: 'schedule' });
  expect(trace).toMatchObject({ version: traceVersion, language: 'python', runtime: 'CPython 3.14.2' });
  expect(trace.outcome).toEqual({ kind: 'finished', value: '7' });
  expect(trace.events.map(({ seq }) => seq)).toEqual(trace.events.map((_, index) => index));
  expect(trace.events.find(({ kind }) => kind === 'output')).toEqual({
    seq: 4,
    iteration: 1,
    time: 0,
    task: 1,
    cause: 3,
    kind: 'output',
    text: 'hello',
    line: 2,
  });
});

it('records what it is asked to: decisions of the loop, frames that suspend, or all functions', () => {
  const source = 'def numbers():\n    yield 1\ndef main():\n    return list(numbers())';
  const kinds = cpython.run(source, { level: 'frames' }).events.map(({ kind }) => kind);
  const frame = ['frame-created', 'frame-resumed', 'line', 'frame-suspended', 'frame-resumed', 'frame-left'];
  expect(kinds).toEqual(frame);
  const { events } = cpython.run(source);
  const functions = events.flatMap((event) => (event.kind === 'frame-created' ? [event.function] : []));
  expect(functions).toEqual(['<module>', 'main', 'numbers']);
  expect(cpython.run(source, { level: 'schedule' }).events).toEqual([]);
});

it('hands every limit to Python', () => {
  const ticking =
    'import asyncio\nasync def main():\n    while True:\n        print("tick")\n        await asyncio.sleep(0)';
  const limits = [{ maxIterations: 9 }, { maxEvents: 99 }, { maxOutput: 99 }] as const;
  const outcomes = limits.map((limit) => cpython.run(ticking, { level: 'schedule', ...limit }).outcome);
  expect(outcomes).toEqual([
    { kind: 'stopped', limit: 'iterations', most: 9 },
    { kind: 'stopped', limit: 'events', most: 99 },
    { kind: 'stopped', limit: 'output', most: 99 },
  ]);
  expect(cpython.run('while True: pass', { maxSeconds: 0.05 }).outcome).toEqual({
    kind: 'stopped',
    limit: 'time',
    most: 0.05,
  });
});

it('calls the program by the name it is given', () => {
  const trace = cpython.run('import sys\nprint(sys._getframe().f_code.co_filename)', { filename: 'think.py' });
  expect(printed(trace)).toEqual(['think.py']);
});

it('says where the fault is in a program that cannot be compiled', () => {
  expect(cpython.run('async def main():\n    await = 1').outcome).toEqual({
    kind: 'failed',
    error: { name: 'SyntaxError', message: 'invalid syntax', line: 2 },
    traceback: '  File "program.py", line 2\n    await = 1\n          ^\nSyntaxError: invalid syntax',
  });
});

it('does not change any character', () => {
  const text = 'Grüße 🐍 \u2028 \\ "quoted"';
  expect(printed(cpython.run(`print(${JSON.stringify(text)})`))).toEqual([text]);
});

it('writes a deadline that never comes as null', () => {
  const trace = cpython.run('import asyncio\nasync def main():\n    await asyncio.sleep(float("inf"))');
  expect(trace.events.find(({ kind }) => kind === 'timer-set')).toMatchObject({ when: null, label: 'sleep(inf)' });
  expect(trace.outcome.kind).toBe('deadlocked');
});

it('runs a thousand programs one after the other without growing', () => {
  const program = (n: number): string => `
import asyncio
async def worker(queue):
    while True:
        print(await queue.get(), asyncio.current_task().get_name())
async def rows():
    try: yield ${n}
    finally: await asyncio.sleep(0)
async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
    async for row in rows():
        queue.put_nowait(row)
        await asyncio.sleep(${n % 3})
        break
    if ${n % 2}: await asyncio.Event().wait()
`;
  const memory = (): number => Number(printed(cpython.run('import gc\nprint(len(gc.get_objects()))'))[0]);
  const programs = Array.from({ length: 100 }, (_, n) => program(n));
  cpython.runAll(programs, { level: 'schedule' });
  const before = memory();
  for (let round = 0; round < 10; round++) {
    const traces = cpython.runAll(programs, { level: 'schedule' });
    expect(traces.map(printed)).toEqual(programs.map((_, n) => [`${n} Task-2`]));
  }
  expect(memory() - before).toBeLessThan(100);
}, 60_000);
