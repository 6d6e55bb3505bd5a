import { expect, it } from 'vitest';
import { traceProgram } from '../../../build/typescript/trace-program.ts';
import type { Outcome } from '../../trace/event/events.ts';

const megabyte = 1024 * 1024;

/** How a program ends whose variables may hold 20 MB. */
function endOf(source: string): Outcome {
  const traced = traceProgram(source, { memory: { most: 20 * megabyte, now: () => performance.now() } });
  if (traced.kind === 'rejected') throw new Error(JSON.stringify(traced.errors));
  return traced.trace.outcome;
}

const full = (line: number, variable: string): Outcome => ({
  kind: 'stopped',
  limit: 'memory',
  most: 20,
  line,
  variable,
});

it.each([
  [
    'a local variable',
    'export function main() {\n  const rows = [];\n  for (;;) rows.push(new Array(1e5).fill(1));\n}',
    3,
    'rows',
  ],
  [
    'a variable of the module',
    'let text = "";\nexport function main() {\n  for (let n = 0; ; n += 1) text += String(n).padEnd(1e6);\n}',
    3,
    'text',
  ],
  [
    'a private field, in a task',
    `import { run, sleep } from '@yieldpoint/scheduler';
class Cache {
  readonly #pages = new Map<string, number[]>();
  async fill() {
    for (let n = 0; ; n += 1) this.#pages.set(\`page \${n}\`, new Array<number>(1e5).fill(n));
  }
}
async function main() {
  await sleep(1);
  await new Cache().fill();
}
run(main());`,
    5,
    'this',
  ],
  [
    'an argument of a function that is called often',
    'function keep(rows: number[][]) {\n  rows.push(new Array(1e4).fill(1));\n}\nexport function main() {\n  const all: number[][] = [];\n  for (;;) keep(all);\n}',
    6,
    'all',
  ],
])('stops a program whose memory is full because of %s', (_, source, line, variable) => {
  expect(endOf(source)).toEqual(full(line, variable));
});

it('lets a program go on that lets go of what it makes', () => {
  const source = 'export function main() {\n  for (let n = 0; n < 400; n += 1) new Array(1e5).fill(n);\n  return 1;\n}';
  expect(endOf(source)).toEqual({ kind: 'finished', value: '1' });
});
