import { afterEach, expect, it, vi } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import type { Trace } from '../../trace/event/events.ts';
import type { RunLimits } from './run-limits.ts';

const head = `import { getRunningLoop, run, sleep } from '@yieldpoint/scheduler';
`;

const runProgram = (source: string, limits: RunLimits = {}): Trace => requireTrace(head + source, limits);

const warningsOf = ({ events }: Trace): string[] =>
  events.flatMap((event) => (event.kind === 'warning' ? [`${event.category}: ${event.message}`] : []));

const realConsole = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => {
  expect(realConsole).not.toHaveBeenCalled();
});

it('an error of a program’s handler is a warning of the run, after the error that it was given', () => {
  const trace = runProgram(`export async function main() {
  getRunningLoop().setExceptionHandler(() => { throw new TypeError('handler broke'); });
  getRunningLoop().callSoon(function save() { throw new Error('disk full'); });
  await sleep(1);
}`);
  expect(warningsOf(trace)).toEqual([
    'Exception in callback save: Error: disk full',
    'Unhandled error in exception handler: TypeError: handler broke',
  ]);
});

it('so is one of a handler that run is given', () => {
  const trace = runProgram(`async function main() {
  getRunningLoop().callSoon(function save() { throw new Error('disk full'); });
  await sleep(1);
}
run(main(), { exceptionHandler: () => { throw new TypeError('handler broke'); } });`);
  expect(warningsOf(trace)).toEqual([
    'Exception in callback save: Error: disk full',
    'Unhandled error in exception handler: TypeError: handler broke',
  ]);
});

it('a loop whose handler is taken away tells errors as warnings again', () => {
  const trace = runProgram(`export async function main() {
  getRunningLoop().setExceptionHandler(() => undefined);
  getRunningLoop().setExceptionHandler(null);
  getRunningLoop().callSoon(function save() { throw new Error('disk full'); });
  await sleep(1);
}`);
  expect(warningsOf(trace)).toEqual(['Exception in callback save: Error: disk full']);
});

it('a handler that is no function is refused by the loop', () => {
  const { outcome } = runProgram(`export async function main() {
  getRunningLoop().setExceptionHandler('log' as never);
}`);
  expect(outcome).toMatchObject({ error: { message: 'Expected a function or null, but got "log".' } });
});

it('a run that reaches its limit of output in a handler is stopped, and nothing else is said', () => {
  const trace = runProgram(
    `export async function main() {
  getRunningLoop().setExceptionHandler(() => { for (;;) console.log('1234'); });
  getRunningLoop().callSoon(function save() { throw new Error('disk full'); });
  await sleep(1);
}`,
    { maxOutput: 12 },
  );
  expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'output', most: 12 });
  expect(warningsOf(trace)).toEqual([]);
});
