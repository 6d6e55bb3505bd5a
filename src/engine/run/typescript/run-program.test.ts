import { describe, expect, it } from 'vitest';
import type { Trace, TraceEvent } from '../../trace/event/events.ts';
import { traceProgram } from '../../../build/typescript/trace-program.ts';
import type { RunLimits } from './run-limits.ts';

function run(source: string, limits?: RunLimits): Trace {
  const traced = traceProgram(source, limits);
  if (traced.kind === 'rejected') throw new Error(JSON.stringify(traced.errors));
  return traced.trace;
}

const scheduler = '@yieldpoint/scheduler';
const output = ({ events }: Trace): readonly TraceEvent[] => events.filter(({ kind }) => kind === 'output');

describe('main', () => {
  it.each([
    ['an async function', 'export async function main() { return 1; }'],
    ['a generator function, which the loop runs', 'export function* main() { yield; return 1; }'],
    ['a plain function, which is just called', 'export function main() { return 1; }'],
    ['a constant', 'export const main = async () => 1;'],
  ])('may be %s', (_, source) => {
    expect(run(source).outcome).toEqual({ kind: 'finished', value: '1' });
  });

  it('is asked for in the words of the reader’s program', () => {
    expect(run('function main() {}').outcome).toEqual({
      kind: 'failed',
      error: {
        name: 'TypeError',
        message:
          'Expected the program to export a function main, but it exports nothing. Write "export async function main() { … }".',
      },
    });
    expect(run('export const start = 1;').outcome).toMatchObject({
      error: { message: expect.stringContaining('but it exports start.') as string },
    });
  });

  it('may call run itself, and is watched then too', () => {
    const trace = run(`import { run, sleep } from '${scheduler}';
export function main() {
  console.log(run(sleep(2, 'first')));
  return run(sleep(3, 'second'));
}`);
    expect(trace.events.filter(({ kind }) => kind === 'clock-jumped').map(({ time }) => time)).toEqual([2, 3]);
    expect(output(trace)).toMatchObject([{ text: 'first', line: 3 }]);
    expect(trace.events.map(({ seq }) => seq)).toEqual([...trace.events.keys()]);
    expect(trace.outcome).toEqual({ kind: 'finished', value: "'second'" });
  });

  it('may print while no loop runs, and every record keeps its place and its cause', () => {
    const { events } = run(`import { createTask, getRunningLoop, sleep } from '${scheduler}';
async function fail(n: number) {
  try { await sleep(9); } finally { throw new RangeError('left ' + n); }
}
export async function main() {
  getRunningLoop().setExceptionHandler((_, { message, exception }) => console.log(message, String(exception)));
  createTask(fail(1));
  createTask(fail(2));
  await sleep(0);
}`);
    expect(events.filter(({ kind }) => kind === 'output')).toMatchObject([
      { text: 'unhandled exception during shutdown of the run RangeError: left 1', task: null },
      { text: 'unhandled exception during shutdown of the run RangeError: left 2', task: null },
    ]);
    expect(events.map(({ seq }) => seq)).toEqual([...events.keys()]);
    const after = events.slice(events.findLastIndex(({ kind }) => kind === 'output') + 1);
    const causes = after.flatMap(({ kind, cause }) =>
      cause === null ? [] : `${kind} by ${events[cause]?.kind ?? '?'}`,
    );
    expect(new Set(causes)).toEqual(new Set(['callback-runs by callback-ready']));
  });

  it('has no real time to run in', () => {
    expect(
      run(`import { runRealTime, sleep } from '${scheduler}';\nexport const main = () => runRealTime(sleep(1));`)
        .outcome,
    ).toMatchObject({
      error: {
        message:
          'Expected virtual time, but got runRealTime. Here a program runs in virtual time: use run, or export main.',
      },
    });
  });
});

describe('output', () => {
  it('carries time, task, step and line, one event a line printed', () => {
    const trace = run(`import { sleep } from '${scheduler}';
const say = (text: string) => {
  console.log(
    text,
  );
};
console.log('loaded');
export async function main() {
  await sleep(1.5);
  say('two\\nlines');
  console.error('counts', 2);
}`);
    const step = trace.events.findLast(({ kind }) => kind === 'step-begins')?.seq;
    expect(output(trace)).toMatchObject([
      { text: 'loaded', line: 7, time: 0, iteration: 0, task: null, cause: null },
      { text: 'two', line: 3, time: 1.5, task: 1, cause: step },
      { text: 'lines', line: 3, time: 1.5, task: 1, cause: step },
      { text: 'counts 2', line: 11, time: 1.5, task: 1, cause: step },
    ]);
  });

  it('goes to whatever the program calls console', () => {
    const trace = run(`export function main() {
  const { log } = console;
  log('taken out');
  const lines: string[] = [];
  {
    const console = { log: (text: string) => lines.push(text) };
    console.log('its own');
  }
  console.log(lines.join());
}`);
    expect(output(trace).map((event) => ({ ...event, ...{} }))).toMatchObject([
      { text: 'taken out' },
      { text: 'its own', line: 9 },
    ]);
  });
});

describe('errors', () => {
  const lineOf = (source: string): unknown => {
    const { outcome } = run(source);
    return outcome.kind === 'failed' ? outcome.error : outcome;
  };

  it('carry the line they were thrown on', () => {
    expect(
      lineOf(
        `function deep(): never {\n  throw new RangeError('deep');\n}\n\nexport async function main() {\n  deep();\n}`,
      ),
    ).toEqual({
      name: 'RangeError',
      message: 'deep',
      line: 2,
    });
  });

  it('carry the line of the engine’s own errors', () => {
    expect(
      lineOf(`type T = { a: any };\nexport function main() {\n\n  const t: T = { a: undefined };\n  return t.a.b;\n}`),
    ).toMatchObject({
      name: 'TypeError',
      line: 5,
    });
  });

  it('say what is not iterable in the words of the program, on its line', () => {
    expect(
      lineOf(
        `export async function main() {\n  const rows: any = { none: 1 };\n  for (const row of rows.none) console.log(row);\n}`,
      ),
    ).toEqual({
      name: 'TypeError',
      message: 'rows.none is not iterable',
      line: 3,
    });
    expect(lineOf(`export function* main(): any {\n  yield* 5 as any;\n}`)).toMatchObject({
      message: '5 as any is not iterable',
      line: 2,
    });
  });

  it('made by the scheduler carry the line on which they came out of the program’s frame', () => {
    expect(
      lineOf(`import { sleep, timeout } from '${scheduler}';
export async function main() {
  {
    await using deadline = timeout(1);
    await sleep(5);
  }
}`),
    ).toEqual({ name: 'TimeoutError', message: '', line: 4 });
  });

  it('may be anything that can be thrown', () => {
    expect(lineOf(`export function main() {\n  throw { reason: 'none' };\n}`)).toEqual({
      name: 'throw',
      message: "{'reason': 'none'}",
    });
  });

  it('in tasks are part of the trace', () => {
    const { events } = run(`import { createTask, sleep } from '${scheduler}';
async function fails() {
  throw new Error('lost');
}
export async function main() {
  const task = createTask(fails());
  await sleep(1);
  return task.exception();
}`);
    expect(events.find(({ kind }) => kind === 'task-ended')).toMatchObject({
      how: 'raised',
      error: { name: 'Error', message: 'lost', line: 3 },
    });
  });
});

it('hands on every event as it happens', () => {
  const seen: TraceEvent[] = [];
  const trace = run(`import { sleep } from '${scheduler}';\nexport const main = () => sleep(1);`, {
    onEvent: (event) => {
      seen.push(event);
    },
  });
  expect(seen).toEqual(trace.events);
});

describe('a program that waits for itself', () => {
  it('is deadlocked, and the tree says who waits for what', () => {
    const { outcome } = run(`import { createTask, Event } from '${scheduler}';
async function stuck(event: Event) {
  await event.wait();
}
export async function main() {
  await createTask(stuck(new Event()), { name: 'reader' });
}`);
    expect(outcome).toEqual({
      kind: 'deadlocked',
      tree: 'Task-1 (main) waits for reader\n  reader (stuck) waits for Event',
    });
  });
});

describe('a limit', () => {
  it('of iterations stops the loop where it stands', () => {
    const trace = run(
      `import { sleep } from '${scheduler}';
export async function main() {
  try {
    for (;;) await sleep(0);
  } finally {
    console.log('never printed');
  }
}`,
      { maxIterations: 20 },
    );
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'iterations' });
    expect(trace.events.filter(({ kind }) => kind === 'iteration-begins')).toHaveLength(20);
    expect(output(trace)).toEqual([]);
  });

  it('of events stops a loop that never suspends, though the program catches everything', () => {
    const trace = run(
      `export async function main() {
  let n = 0;
  while (true) {
    try {
      n++;
    } catch {
      console.log('never printed');
    }
  }
}`,
      { maxEvents: 50 },
    );
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'events' });
    expect(trace.events).toHaveLength(50);
  });

  it('of events stops callbacks that only make more of themselves', () => {
    const trace = run(
      `import { getRunningLoop, sleep } from '${scheduler}';
function spread() {
  getRunningLoop().callSoon(spread);
  getRunningLoop().callSoon(spread);
}
export async function main() {
  spread();
  await sleep(1);
}`,
      { maxEvents: 500 },
    );
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'events' });
    expect(trace.events).toHaveLength(500);
  });

  it('of output counts the characters printed', () => {
    const trace = run(`export function main() {\n  for (;;) console.log('1234');\n}`, { maxOutput: 12 });
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'output' });
    expect(output(trace)).toHaveLength(2);
  });

  it('of time stops a loop in a plain function', () => {
    let asked = 0;
    const trace = run(`export function main() {\n  for (let i = 0; ; i++);\n}`, { isOverdue: () => ++asked === 3 });
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'time' });
  });
});

it('lets time pass in block while nobody else runs, and what is due meanwhile comes late', () => {
  const trace = run(`import { block, createTask, sleep } from '${scheduler}';
async function due() {
  await sleep(1);
  console.log('due at 1');
}
export async function main() {
  const task = createTask(due());
  await sleep(0);
  block(3);
  console.log('blocked');
  await task;
}`);
  expect(output(trace)).toMatchObject([
    { text: 'blocked', time: 3, line: 10 },
    { text: 'due at 1', time: 3, line: 4 },
  ]);
  expect(trace.events.find(({ kind }) => kind === 'clock-jumped')).toMatchObject({ from: 0, time: 3 });
});
