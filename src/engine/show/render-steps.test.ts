import { expect, it } from 'vitest';
import { requireTrace } from '../../build/typescript/require-trace.ts';
import { openRun } from '../trace/open-run.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { renderSteps, titleSteps } from './render-steps.ts';

it.each([
  ['export function main() {\n  console.log(1);\n}', 'The run as text, 1 step'],
  ['export function main() {\n  console.log(1);\n  console.log(2);\n}', 'The run as text, 2 steps'],
])('the steps of a run in words are counted in their title', (source, title) => {
  expect(titleSteps(openRun(requireTrace(source)))).toBe(title);
});

it('a part of the steps in words is the steps that were asked for, and each leads to its own number', () => {
  const run = openRun(writeTrace(['one', 'two', 'three'].map((text) => ({ kind: 'output', text }) as const)));
  expect(renderSteps(run, [], [1, 3], 'count')).toBe(
    '<li><a href="#count:2">The program prints “two”.</a></li><li><a href="#count:3">The program prints “three”.</a></li>',
  );
  expect(renderSteps(run, [], [0, 1])).toBe('<li><a>The program prints “one”.</a></li>');
});
