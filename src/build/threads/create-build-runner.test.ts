import { afterAll, describe, expect, it } from 'vitest';
import { createBuildRunner } from './create-build-runner.ts';

const runner = createBuildRunner({ deadlineMs: 1000 });
/** For programs that are not about the limit of time: this machine may have much else to do. */
const patient = createBuildRunner({ deadlineMs: 30_000 });
afterAll(() => Promise.all([runner.close(), patient.close()]));

it('runs programs one after another in a thread', async () => {
  const traces = await Promise.all(
    [1, 2].map((n) => runner.run({ file: 'n.ts', source: `export async function main() { return ${n}; }` })),
  );
  expect(traces.map(({ outcome }) => outcome)).toEqual([
    { kind: 'finished', value: '1' },
    { kind: 'finished', value: '2' },
  ]);
});

it('names the file and every error of a program that does not compile', async () => {
  const source = "import 'node:fs';\nconst a = ;\n";
  await expect(runner.run({ file: 'content/a.ts', source })).rejects.toHaveProperty(
    'message',
    `Expected content/a.ts to compile, but it has errors:
  content/a.ts:1:8 Expected an import from "@yieldpoint/scheduler", but got 'node:fs'. A program here may import nothing else. There are no files here: put what they hold into the program.
  content/a.ts:2:11 Expression expected.`,
  );
});

it('names the line of a loop that never ends, whether or not the program may be stopped', async () => {
  const source = 'export function main() {\n  for (;;) [1].sort();\n}\n';
  for (const mayBeStopped of [false, true])
    await expect(runner.run({ file: 'content/endless.ts', source, mayBeStopped })).rejects.toMatchObject({
      message: 'Expected content/endless.ts to end, but it reached the limit of 0.8 s of time. Give its loops an end.',
      line: 2,
    });
});

it('ends the thread of a program that never ends, and continues with the next', async () => {
  // A single call into the engine has no probes.
  const source = `export function main() {\n  'x'.repeat(40).replace(/(x+x+)+y/, '');\n}\n`;
  await expect(runner.run({ file: 'content/endless.ts', source })).rejects.toHaveProperty(
    'message',
    'Expected content/endless.ts to end, but it reached the limit of 1 s of time. Give its loops an end.',
  );
  const { outcome } = await runner.run({ file: 'next.ts', source: 'export function main() {}' });
  expect(outcome).toEqual({ kind: 'finished', value: 'None' });
});

it('treats a reached limit as an error, unless the program may be stopped', async () => {
  const source = `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() { for (;;) await sleep(0); }`;
  const program = { file: 'content/starving.ts', source, limits: { maxIterations: 10 } };
  await expect(runner.run(program)).rejects.toMatchObject({
    file: 'content/starving.ts',
    limit: 'iterations',
    line: 2,
  });
  const { outcome } = await runner.run({ ...program, mayBeStopped: true });
  expect(outcome).toEqual({ kind: 'stopped', limit: 'iterations', most: 10 });
});

it("hides Node from the program, and the program may use Node's names itself", async () => {
  const source = `const performance = 'mine';
export function main() {
  return [typeof process, typeof Buffer, typeof globalThis, typeof Math.max, performance];
}`;
  const { outcome } = await runner.run({ file: 'hidden.ts', source });
  expect(outcome).toEqual({ kind: 'finished', value: "['undefined', 'undefined', 'undefined', 'function', 'mine']" });
});

it('reports a rejected promise that a program forgets, with its line, and runs the next program', async () => {
  const source = "export async function main() {\n  void Promise.reject(new Error('x'));\n}";
  await expect(runner.run({ file: 'content/promise.ts', source })).rejects.toMatchObject({
    message: expect.stringContaining('content/promise.ts:2 Expected every error to reach the scheduler') as string,
    line: 2,
  });
  const next = await runner.run({ file: 'next.ts', source: 'export function main() {}' });
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
});

it('makes a program with a JavaScript timer fail at its line, and runs the next program', async () => {
  const source = 'export async function main() {\n  await new Promise((r) => setTimeout(r, 1500));\n}';
  const { outcome } = await runner.run({ file: 'content/promise.ts', source });
  expect(outcome).toMatchObject({ kind: 'failed', error: { name: 'NotHere', line: 2 } });
  const next = await runner.run({ file: 'next.ts', source: 'export function main() {}' });
  expect(next.outcome).toEqual({ kind: 'finished', value: 'None' });
});

// Array.fromAsync is part of the language, and creates promises that the scheduler never sees.
it('reports a rejected promise that nothing handles, with its line, and runs the next program', async () => {
  const source = `export function main() {\n  void Array.fromAsync([1], () => {\n    throw new RangeError('late');\n  });\n}`;
  await expect(runner.run({ file: 'content/late.ts', source })).rejects.toMatchObject({
    message:
      'content/late.ts:3 Expected every error to reach the scheduler, but nothing handled this one: RangeError: late. Promises and timers of JavaScript run outside of the scheduler: use async functions with sleep, Future and createTask of "@yieldpoint/scheduler".',
    line: 3,
  });
  const { outcome } = await runner.run({ file: 'next.ts', source: 'export function main() {}' });
  expect(outcome).toEqual({ kind: 'finished', value: 'None' });
});

it('stops a program whose promises never end', async () => {
  const source = `export function main() {\n  const again = (): unknown => Array.fromAsync([1]).then(again);\n  again();\n}`;
  await expect(runner.run({ file: 'content/again.ts', source })).rejects.toHaveProperty(
    'message',
    'Expected content/again.ts to end, but it reached the limit of 0.8 s of time. Give its loops an end.',
  );
});

describe('observe', () => {
  const observe = async (source: string, limits = {}, by = runner): Promise<unknown[]> => {
    const { events, outcome } = await by.observe({ file: 'any.ts', source, limits });
    return [events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])), outcome];
  };

  it('keeps what happened before a call that nothing can stop', async () => {
    const source = `export function main() {\n  console.log('before');\n  'x'.repeat(40).replace(/(x+x+)+y/, '');\n}\n`;
    expect(await observe(source)).toEqual([['before'], { kind: 'stopped', limit: 'time', most: 0.8 }]);
  });

  it('keeps what happened before a limit', async () => {
    const source = `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() { console.log('before'); for (;;) await sleep(0); }`;
    expect(await observe(source, { maxIterations: 10 })).toEqual([
      ['before'],
      { kind: 'stopped', limit: 'iterations', most: 10 },
    ]);
  });

  it('keeps what happened before the memory was full, and says which variable held most', async () => {
    const source = `export function main() {\n  console.log('before');\n  const all: unknown[] = [];\n  for (let n = 0; ; n += 1) all.push(new Array(1e6).fill(n));\n}`;
    const [lines, outcome] = await observe(source, {}, patient);
    expect(lines).toEqual(['before']);
    expect(outcome).toEqual({ kind: 'stopped', limit: 'memory', most: 256, line: 4, variable: 'all' });
    const file = 'content/full.ts';
    await expect(patient.run({ file, source })).rejects.toMatchObject({ file, limit: 'memory', line: 4 });
  }, 60_000);

  it('counts the memory that no variable shows, that of buffers too, and not what a program has let go', async () => {
    const fill = (end: string, use: string): string =>
      `const keep = (() => { const all: Uint8Array[] = []; return all.push.bind(all); })();\nfor (let n = 0; ${end}; n += 1) ${use}(new Uint8Array(1e7).fill(n));`;
    const file = 'content/full.ts';
    const [, full] = await observe(fill('', 'keep'), {}, patient);
    expect(full).toEqual({ kind: 'stopped', limit: 'memory', most: 1024 });
    await expect(patient.run({ file, source: fill('', 'keep') })).rejects.toMatchObject({
      file,
      limit: '1024 MB of memory',
      line: 2,
    });
    const [, spent] = await observe(fill('n < 100', 'Object'), {}, patient);
    expect(spent).toMatchObject({ kind: 'finished' });
  }, 60_000);

  it('says of a rejected promise that nothing handles what to do, beside what happened', async () => {
    const source = `export function main() {\n  console.log('before');\n  void Array.fromAsync([1], () => {\n    throw new RangeError('late');\n  });\n}`;
    expect(await observe(source)).toEqual([
      ['before'],
      {
        kind: 'failed',
        error: { name: 'RangeError', message: 'late', line: 4 },
        hint: expect.stringContaining('No task has waited for this promise.') as string,
      },
    ]);
  });

  it('rejects a program that does not compile', async () => {
    await expect(observe('const a = ;')).rejects.toHaveProperty('name', 'ProgramRejected');
  });
});
