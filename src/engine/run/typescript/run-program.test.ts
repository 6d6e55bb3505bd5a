import { describe, expect, it } from 'vitest';
import type { Trace, TraceEvent } from '../../trace/event/events.ts';
import { parseTrace } from '../../trace/event/parse-trace.ts';
import { describeGaps } from '../../trace/words/describe-gaps.ts';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { RunLimits } from './run-limits.ts';

const run = (source: string, limits?: RunLimits): Trace => requireTrace(source, limits);

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

  it.each([
    ['not exported', 'function* main() { yield; return 1; }'],
    ['the default export', 'export default async function () { return 1; }'],
    ['exported under another name', 'async function start() { return 1; }\nexport { start as main };'],
    ['called by itself', 'export function main(n = 0): number { return n === 1 ? 1 : main(1); }'],
  ])('may be %s', (_, source) => {
    expect(run(source).outcome).toEqual({ kind: 'finished', value: '1' });
  });

  it.each([
    ['there is none', 'export const start = 1;', []],
    ['it is not a function', 'export const main = 1;', []],
    [
      'the program has run a loop',
      `import { run, sleep } from '${scheduler}';\nexport function main() { console.log('called'); }\nrun(sleep(1));`,
      [],
    ],
    [
      'the program runs it',
      `import { run } from '${scheduler}';\nexport async function main() { console.log('once'); }\nrun(main());`,
      ['once'],
    ],
    [
      'the program passes it to a function',
      `const call = (f: () => void) => f();\nfunction main() { console.log('once'); }\ncall(main);`,
      ['once'],
    ],
    ['the program calls it and forgets to await', 'async function main() { console.log(1); }\nmain();', []],
  ])('is not called by the run if %s', (_, source, printed) => {
    const trace = run(source);
    expect(trace.outcome).toEqual({ kind: 'finished', value: 'None' });
    expect(output(trace).map((event) => 'text' in event && event.text)).toEqual(printed);
  });

  it('that needs arguments is not called, and a warning says so', () => {
    const { events } = run('export async function main(name: string, times: number) {}');
    expect(events.filter(({ kind }) => !kind.startsWith('frame-'))).toMatchObject([
      { kind: 'warning', category: 'Note', message: 'main was not called, because it needs 2 arguments' },
    ]);
  });

  it('may call run itself, and is watched then too', () => {
    const trace = run(`import { run, sleep } from '${scheduler}';
export function main() {
  console.log(run(sleep(2, 'first')));
  return run(sleep(3, 'second'));
}`);
    expect(trace.events.filter(({ kind }) => kind === 'clock-jumped').map(({ time }) => time)).toEqual([2, 5]);
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
  it('of iterations stops the loop where it is', () => {
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
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'iterations', most: 20 });
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
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'events', most: 50 });
    expect(trace.events.length).toBeLessThanOrEqual(50);
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
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'events', most: 500 });
    expect(trace.events).toHaveLength(500);
  });

  it('of output counts the characters printed', () => {
    const trace = run(`export function main() {\n  for (;;) console.log('1234');\n}`, { maxOutput: 12 });
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'output', most: 12 });
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

describe('a program that runs a loop more than once', () => {
  const source = `import { createTask, getRunningLoop, run, sleep } from '${scheduler}';
async function work(n: number) {
  const task = createTask(sleep(1));
  await task;
  console.log(n, task.getName(), getRunningLoop().time(), Date.now() - begun, performance.now());
}
const begun = Date.now();
run(work(1));
console.log('between', Date.now() - begun);
run(work(2));`;

  it('has one clock, and names and numbers continue as in one process of CPython', () => {
    expect(output(run(source)).map((event) => 'text' in event && event.text)).toEqual([
      '1 Task-2 1 1000 1000',
      'between 1000',
      '2 Task-6 2 2000 2000',
    ]);
  });

  it('makes a record that the page takes', () => {
    const trace = run(source);
    expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
  });

  it('may drive a loop of its own after them', () => {
    const trace = run(`import { EventLoop, run, sleep } from '${scheduler}';
async function work() { await sleep(1); console.log('worked'); }
run(work());
new EventLoop().runUntilComplete(work());`);
    expect(output(trace)).toHaveLength(2);
    expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
  });
});

describe('the clock and chance', () => {
  const printed = (source: string, limits?: RunLimits): unknown =>
    output(run(source, limits)).map((event) => 'text' in event && event.text);

  it('move with the loop: Date and performance tell its time', () => {
    const chance = { seed: 1, startMs: Date.UTC(2030, 5, 1) };
    expect(
      printed(
        `import { sleep } from '${scheduler}';
export async function main() {
  await sleep(90.5);
  console.log(new Date().toISOString(), Date.now(), performance.now(), new Date(0).getTime());
  console.log(Date().length > 20, new Date() instanceof Date, new Date().constructor === Date, Date.UTC(1970, 0, 2));
}`,
        { chance },
      ),
    ).toEqual(['2030-06-01T00:01:30.500Z 1906502490500 90500 0', 'true true true 86400000']);
  });

  it('give the same numbers for the same seed, and others for another', () => {
    const roll = `export const main = () => console.log([1, 2, 3].map(() => Math.floor(Math.random() * 1000)), Math.max(1, 2));`;
    const [once, again, other] = [7, 7, 8].map((seed) => printed(roll, { chance: { seed, startMs: 0 } }));
    expect(once).toEqual(again);
    expect(once).not.toEqual(other);
    expect(printed(roll)).toEqual(printed(roll));
  });
});

describe('what asyncio would log', () => {
  const warnings = (source: string): unknown =>
    run(source).events.flatMap((event) =>
      event.kind === 'warning' ? [`${event.category}: ${event.message} (${event.line ?? '?'})`] : [],
    );

  it('is told of coroutines that nobody awaits: at once where a call alone is a statement, at the end elsewhere', () => {
    expect(
      warnings(`import { Queue, sleep } from '${scheduler}';
async function work() {}
export async function main() {
  const kept = work();
  work();
  sleep(1);
  new Queue<number>().put(1);
  await work();
}`),
    ).toEqual([
      "RuntimeWarning: coroutine 'work' was never awaited (5)",
      "RuntimeWarning: coroutine 'sleep' was never awaited (6)",
      "RuntimeWarning: coroutine 'put' was never awaited (7)",
      "RuntimeWarning: coroutine 'work' was never awaited (4)",
    ]);
  });

  it('is told of a main that is called and not awaited', () => {
    expect(warnings('async function main() {}\nmain();')).toEqual([
      "RuntimeWarning: coroutine 'main' was never awaited (2)",
      expect.stringContaining('Note: calling an async function does not start it here'),
    ]);
  });

  it('is told of errors that nobody reads, and of those of callbacks', () => {
    expect(
      warnings(`import { createTask, getRunningLoop, sleep } from '${scheduler}';
async function bad() { throw new Error('lost'); }
export async function main() {
  createTask(bad());
  getRunningLoop().callSoon(function boom() { throw new RangeError('in a callback'); });
  await sleep(1);
}`),
    ).toEqual([
      'Exception in callback boom: RangeError: in a callback (5)',
      'Task exception was never retrieved: Error: lost (2)',
    ]);
  });

  it('is given to a handler of the program in its place', () => {
    const trace = run(`import { createTask, getRunningLoop, sleep } from '${scheduler}';
async function bad() { throw new Error('lost'); }
export async function main() {
  getRunningLoop().setExceptionHandler((_, { message }) => console.log('handled', message));
  createTask(bad());
  await sleep(1);
}`);
    expect(output(trace)).toMatchObject([{ text: 'handled Task exception was never retrieved' }]);
    expect(trace.events.some(({ kind }) => kind === 'warning')).toBe(false);
  });

  it('is silent about what was awaited by whatever way', () => {
    expect(
      warnings(`import { asCompleted, createTask, gather, Queue, shield, sleep, TaskGroup, timeout, wait, waitFor } from '${scheduler}';
async function work(n: number) { await sleep(n); return n; }
async function* rows() { yield 1; await sleep(0); yield 2; }
export async function main() {
  const queue = new Queue<number>(1);
  await queue.put(1);
  await queue.get();
  await gather([work(1), work(2), sleep(0)]);
  await wait([createTask(work(1))]);
  for (const next of asCompleted([work(1), work(2)])) await next;
  await shield(work(1));
  try { await waitFor(work(9), 1); } catch {}
  for await (const row of rows()) if (row === 1) break;
  await using group = new TaskGroup();
  group.createTask(work(1));
  { await using soon = timeout(5); await work(1); }
  createTask(work(3)).cancel();
}`),
    ).toEqual([]);
  });
});

describe('an error that ends a program', () => {
  const traceback = (source: string): unknown => {
    const { outcome } = run(source);
    return outcome.kind === 'failed' ? outcome.traceback?.split('\n') : outcome;
  };

  it('shows the functions of the program that it came through, its cause, and no frame of ours', () => {
    expect(
      traceback(`import { sleep } from '${scheduler}';
function read(data: any) {
  return data.b.value;
}
async function load() {
  await sleep(1);
  return read({});
}
export async function main() {
  try {
    await load();
  } catch (cause) {
    throw new Error('could not load', { cause });
  }
}`),
    ).toEqual([
      'Error: could not load',
      '    at main (line 13)',
      "Caused by: TypeError: Cannot read properties of undefined (reading 'value')",
      '    at read (line 3)',
      '    at load (line 7)',
      '    at main (line 11)',
    ]);
  });

  it('shows the errors of a group, each with its own', () => {
    expect(
      traceback(`import { sleep, TaskGroup } from '${scheduler}';
class HttpError extends Error {
  constructor(status: number) { super('status ' + status); }
}
async function get(n: number) {
  await sleep(1);
  throw new HttpError(n);
}
export async function main() {
  await using group = new TaskGroup();
  group.createTask(get(404));
  group.createTask(get(500));
}`),
    ).toEqual([
      'ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
      '    at main (line 10)',
      '  1: HttpError: status 404',
      '      at get (line 7)',
      '  2: HttpError: status 500',
      '      at get (line 7)',
    ]);
  });
});

describe('a hint', () => {
  it.each([
    ['sleep(1)', "import { sleep } from '@yieldpoint/scheduler'"],
    ['print("rows")', 'print is a name of Python. TypeScript has console.log(…).'],
    ['const f = (): number => f() + 1;\nf()', 'A function called itself until the stack was full.'],
    ["'row'.repeat(1e9)", 'Look for the loop that only adds'],
  ])('is there where %s ends a program', (statements, text) => {
    expect(run(`'use strict';\n${statements};`).outcome).toMatchObject({
      kind: 'failed',
      hint: expect.stringContaining(text) as string,
    });
  });

  it('is missing for a name that nothing is known of', () => {
    const { outcome } = run('mistyped;');
    expect(outcome).toMatchObject({ kind: 'failed', error: { message: 'mistyped is not defined' } });
    expect(outcome).not.toHaveProperty('hint');
  });
});

it('runs decorators and accessors, which no browser does yet', () => {
  const trace = run(`function logged(target: Function, { name }: ClassMethodDecoratorContext) {
  return function (this: unknown, ...values: unknown[]) {
    console.log(String(name), values);
    return target.apply(this, values);
  };
}
class Sum {
  accessor total = 1;
  @logged add(n: number) {
    return (this.total += n);
  }
}
console.log(new Sum().add(2));`);
  expect(output(trace)).toMatchObject([
    { text: 'add [2]', line: 3 },
    { text: '3', line: 13 },
  ]);
});

describe('what is not here', () => {
  it.each([
    [
      'fetch("https://example.com/")',
      'Expected what runs on the scheduler, but got fetch(). A program here has no network.',
    ],
    ['setTimeout(() => {}, 10)', 'but got setTimeout(). A program here runs in virtual time'],
    ['Promise.all([])', 'but got Promise.all().'],
    ['new Promise(() => {})', 'but got new Promise().'],
    [
      'process.exit(1)',
      'but got process.exit. A program here does not run in Node. The program ends when main returns',
    ],
    ['process?.exit(1)', 'but got process.exit.'],
    ['process["exit"](1)', 'but got process.exit.'],
    [
      'console.log(process.argv[2])',
      'but got process.argv. A program here does not run in Node. It has no command line',
    ],
    ['const { HOME } = process.env', 'but got process.env. A program here does not run in Node. It has no environment'],
    ['process.exitCode = 1', 'but got process.exitCode. A program here does not run in Node. It has no exit code'],
    ['process.nextTick(() => {})', 'Write getRunningLoop().callSoon(callback).'],
    ['const host = process', 'but got process. A program here does not run in Node. It has no process'],
    ['setImmediate(() => {})', 'but got setImmediate(). A program here runs in virtual time'],
    ['Deno.readTextFile("a")', 'but got Deno.readTextFile. A program here does not run in Deno. It has no files'],
    ['Bun.sleep(5)', 'it takes seconds, not milliseconds'],
    ['document.title = "rows"', 'but got document.title. A program here has no page. console.log(…) shows values.'],
    ['window.setTimeout(() => {}, 10)', 'but got window.setTimeout. A program here runs in virtual time'],
    ['self.localStorage.clear()', 'but got self.localStorage. A program here keeps nothing'],
    ['localStorage.getItem("a")', 'A Map holds values during the run'],
    ['globalThis.rows = 1', 'but got globalThis.rows. A program here has no global object.'],
    ['new AbortController()', 'Keep the task, and call its cancel(). Or write await using limit = timeout(seconds).'],
    ['structuredClone({})', 'JSON.parse(JSON.stringify(value)) copies plain values.'],
    ['new URL("https://example.com/")', 'It belongs to browsers and to Node, and not to the language.'],
    ['expect(1)', 'console.assert(condition, text) says what is not true.'],
    ['class Row extends HTMLElement {}', 'but got HTMLElement. A program here has no page.'],
    ['(globalThis as any).require("fs")', 'but got globalThis.require. A program here has no global object.'],
    [
      'declare const require: any; require("fs")',
      'but got require("fs"). A program here may use nothing else. There are no files here',
    ],
    ['sleep(1).then(() => 1)', 'Instead of .then(next) write the value down first: const value = await work().'],
    ['(sleep(1) as any).catch(() => 1)', 'Awaitables of @yieldpoint/scheduler are not promises.'],
  ])('says what to write for %s', (expression, text) => {
    const { outcome } = run(
      `import { sleep } from '${scheduler}';\nexport async function main() {\n  ${expression};\n}`,
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: { message: expect.stringContaining(text) as string, line: 3 },
    });
  });

  it('leaves a host alone that the program only asks for, or declares itself', () => {
    const trace = run(`const test = (process: { exit: number }) => process.exit;
interface Row { self: string; document: URL }
class Page { window = 'w'; location() { return this.window; } }
const { self, ...rest } = { self: 's', global: 'g' };
it: for (;;) break it;
export function main() {
  if (typeof window !== 'undefined' || typeof process !== 'undefined') document.title = 'never';
  console.log(test({ exit: 1 }), new Page().location(), self, rest.global, [typeof Deno, typeof globalThis]);
}`);
    expect(output(trace)).toMatchObject([{ text: "1 w s g ['undefined', 'undefined']" }]);
  });

  it('leaves types and instanceof as they are', () => {
    expect(
      output(run('export async function main(): Promise<void> { console.log({} instanceof Promise); }')),
    ).toMatchObject([{ text: 'false' }]);
  });
});

describe('a full stack', () => {
  it.each([
    ['plain functions', 'function walk(n: number): number {\n  return walk(n + 1);\n}\nwalk(0);', 'walk'],
    ['getters', 'class Row {\n  get walk(): number { return this.walk; }\n}\nnew Row().walk;', 'get'],
    [
      'native functions',
      'const row = {\n  toJSON: (): string => JSON.stringify(row),\n};\nJSON.stringify(row);',
      'toJSON',
    ],
    ['coroutines', 'async function walk(): Promise<void> {\n  await walk();\n}\nexport const main = walk;', 'walk'],
  ])('of %s names the line of the call, and shows it once', (_, source, name) => {
    const { outcome } = run(source);
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: { name: 'RangeError', message: 'Maximum call stack size exceeded', line: 2 },
    });
    const lines = outcome.kind === 'failed' ? (outcome.traceback ?? '').split('\n') : [];
    expect(lines.slice(0, 5)).toEqual([
      'RangeError: Maximum call stack size exceeded',
      ...Array<string>(3).fill(`    at ${name} (line 2)`),
      '    … the same call over and over',
    ]);
    expect(lines.length).toBeLessThan(8);
  });
});

describe('room', () => {
  const ends = (source: string, limits: RunLimits = { maxEvents: 10_000 }): Trace => {
    const trace = run(source, limits);
    expect(parseTrace(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
    return trace;
  };

  it('is there for a million rounds of a plain loop: their lines are left out, and the record says so', () => {
    const trace = ends(
      `export async function main() {
  let sum = 0;
  for (let n = 0; n < 1_000_000; n++) {
    sum += n;
  }
  console.log(sum);
}`,
      { maxEvents: 100_000 },
    );
    expect(trace.outcome).toEqual({ kind: 'finished', value: 'None' });
    expect(output(trace)).toMatchObject([{ text: '499999500000', line: 6 }]);
    expect(trace.events.length).toBeLessThan(300);
    expect(describeGaps(trace)).toBe('The run is long: 1,999,802 lines of it are not recorded, and not drawn.');
  });

  it('is there for a generator of a hundred thousand items', () => {
    const trace = ends(`function* items() {
  for (let n = 0; n < 100_000; n++) yield n;
}
export function main() {
  let sum = 0;
  for (const item of items()) sum += item;
  console.log(sum);
}`);
    expect(trace.outcome).toEqual({ kind: 'finished', value: 'None' });
    expect(output(trace)).toMatchObject([{ text: '4999950000' }]);
    expect(trace.events.length).toBeLessThan(5000);
    expect(trace.events.flatMap((event) => (event.kind === 'thinned' ? [[event.what, event.count]] : []))).toEqual([
      ['lines', undefined],
      ['frames', undefined],
      ['lines', expect.any(Number)],
      ['frames', expect.any(Number)],
    ]);
  });

  it('is there for a thousand tasks under gather', () => {
    const trace = ends(
      `import { gather, sleep } from '${scheduler}';
async function child(n: number) { await sleep(n % 10); return n; }
export async function main() {
  const results = await gather(Array.from({ length: 1000 }, (_, n) => child(n)));
  console.log(results.length, results.reduce((a, b) => a + b));
}`,
      { maxEvents: 50_000 },
    );
    expect(output(trace)).toMatchObject([{ text: '1000 499500' }]);
    expect(trace.outcome.kind).toBe('finished');
  });

  it('is made for a long line by cutting it', () => {
    const [line] = output(run(`export const main = () => console.log('x'.repeat(150_000));`));
    expect(line).toMatchObject({ text: `${'x'.repeat(10_000)}… (140,000 more characters)` });
  });
});

describe('a program that calls itself without end', () => {
  it.each([
    ['printing', 'function f(n: number): void { console.log(n); f(n + 1); }', 'f(0)'],
    ['awaiting', 'async function f(n: number): Promise<void> { await f(n + 1); }', 'await f(0)'],
    ['delegating', 'function* f(n: number): Generator<number> { yield* f(n + 1); }', '[...f(0)]'],
    ['in a callback', 'function f(n: number): number { return [n].map((x) => f(x + 1))[0]!; }', 'f(0)'],
    ['making tasks', 'function f(n: number): void { getRunningLoop().callSoon(() => n); f(n + 1); }', 'f(0)'],
  ])('gets its own error and keeps a right record, %s', (_, declaration, call) => {
    const sent: unknown[] = [];
    const trace = run(
      `import { getRunningLoop, sleep } from '${scheduler}';
${declaration}
export async function main() {
  try {
    ${call};
  } catch (error) {
    console.log(error instanceof RangeError, String(error));
  }
  await sleep(1);
  console.log('goes on');
}`,
      { maxEvents: 200_000, onEvent: (event) => sent.push(JSON.parse(JSON.stringify(event))) },
    );
    expect(output(trace).slice(-2)).toMatchObject([
      { text: 'true RangeError: Maximum call stack size exceeded' },
      { text: 'goes on', time: 1 },
    ]);
    expect(parseTrace({ ...trace, events: sent }).events).toHaveLength(trace.events.length);
  });
});
