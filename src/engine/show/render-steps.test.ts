import { expect, it } from 'vitest';
import { traceProgram } from '../../build/typescript/trace-program.ts';
import { openRun } from '../trace/run.ts';
import { titleSteps } from './render-steps.ts';

it.each([
  ['export function main() {\n  console.log(1);\n}', 'The run as text, 1 step'],
  ['export function main() {\n  console.log(1);\n  console.log(2);\n}', 'The run as text, 2 steps'],
])('the steps of a run in words are counted in their title', (source, title) => {
  const traced = traceProgram(source);
  expect(traced.kind === 'rejected' ? traced.errors : titleSteps(openRun(traced.trace))).toBe(title);
});
