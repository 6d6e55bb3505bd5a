import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { Trace } from '../../trace/event/events.ts';
import type { RunLimits } from './run-limits.ts';

const head = `import { createTask, gather, run, sleep, toThread } from '@yieldpoint/scheduler';
`;

const runProgram = (source: string, limits: RunLimits = {}): Trace => requireTrace(head + source, limits, 'frames');

const linesOf = ({ events }: Trace): string[] =>
  events.flatMap((event) => (event.kind === 'output' ? [`${event.time} ${event.task} ${event.text}`] : []));

const messageOf = ({ outcome }: Trace): string | undefined =>
  outcome.kind === 'failed' ? outcome.error.message : undefined;
const warningsOf = ({ events }: Trace): string[] =>
  events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []));

describe('a function in a thread', () => {
  it('prints in the lane of its call without recorded frames, whatever kinds of functions it uses', () => {
    const trace = runProgram(`
function* inner() { yield 1; yield 2; }
function* count() { yield* inner(); yield 3; }
const total = (of: Iterable<number>) => [...of].reduce((a, b) => a + b);
function work(name: string) {
  for (const one of [1]) console.log(name, total(count()) + one);
  return new Date().getSeconds();
}
export async function main() {
  console.log(await toThread(work, 2, 'rows'), await toThread(work, 0, 'quick'));
}`);
    expect(trace.outcome).toMatchObject({ kind: 'finished' });
    expect(linesOf(trace)).toEqual(['2 2 rows 7', '2 3 quick 7', '2 1 2 2']);
    const names = trace.events.flatMap((event) => (event.kind === 'frame-created' ? [event.function] : []));
    expect(names).toEqual(['main']);
    expect(trace.events.filter(({ kind }) => kind === 'task-created')).toMatchObject([
      { name: 'Task-1' },
      { name: "work('rows')", thread: 'asyncio_0' },
      { name: "work('quick')", thread: 'asyncio_0' },
    ]);
  });

  it('can have no event loop of its own, and says what shows the same', () => {
    const trace = runProgram(`
export async function main() {
  await toThread(() => run(sleep(1)), 1);
}`);
    expect(messageOf(trace)).toContain('Expected one event loop, but got run() in a function of toThread.');
  });

  it('is stopped if it does not end', () => {
    const trace = runProgram(
      `
function work() { for (;;) { } }
export async function main() {
  console.log('begins');
  await toThread(work, 1);
}`,
      { isOverdue: () => true },
    );
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'time' });
  });

  it('is stopped if it prints more than a run may have events', () => {
    const trace = runProgram(
      `
function work() { for (let n = 0; n < 1000; n++) console.log(n); }
export async function main() {
  await toThread(work, 1);
}`,
      { maxEvents: 100 },
    );
    expect(trace.outcome).toMatchObject({ kind: 'stopped', limit: 'events' });
    expect(linesOf(trace).length).toBeGreaterThan(50);
  });

  it('that is not awaited never runs, and a warning says so', () => {
    const trace = runProgram(`
export async function main() {
  toThread(() => console.log('ran'), 1);
}`);
    expect(linesOf(trace)).toEqual([]);
    expect(warningsOf(trace)).toEqual([expect.stringContaining("coroutine 'toThread' was never awaited")]);
  });

  it('is suggested to a program that starts a Worker', () => {
    const trace = runProgram(`
declare const Worker: new (file: string) => unknown;
new Worker('work.js');`);
    expect(messageOf(trace)).toContain('Write await toThread(work, seconds');
  });
});
