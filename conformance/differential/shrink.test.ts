import { expect, it } from 'vitest';
import { findFault } from './check-program.ts';
import { generateProgram } from './generate-program.ts';
import type { Program } from './program.ts';
import { shrink } from './shrink.ts';
import { writePython } from './write-python.ts';

const failWhen =
  (text: RegExp) =>
  (programs: readonly Program[]): boolean[] =>
    programs.map((program) => text.test(writePython(program, false)));

/** The first generated program with this property. */
function findProgram(text: RegExp): Program {
  for (let seed = 0; ; seed++) {
    const program = generateProgram('mixed', seed);
    if (text.test(writePython(program, false))) return program;
  }
}

it.each([
  ['a statement', /\.notify_all\(\)/, 1],
  ['a task that is cancelled with a message', /\.cancel\('stop'\)/, 1],
  ['something awaited inside of a timeout', /async with asyncio\.timeout\(.*\) as .*:\n\s+log\(.*await/, 2],
])('reduces a program to %s that makes it fail', (_, text, statements) => {
  const shrunk = shrink(findProgram(text), failWhen(text));
  expect(findFault(shrunk)).toBeUndefined();
  expect(writePython(shrunk, false)).toMatch(text);
  expect(JSON.stringify(shrunk).split('"do":').length - 1).toBeLessThanOrEqual(statements + 2);
});

it('returns a program that cannot be simpler', () => {
  const program: Program = { functions: [{ name: 'main', kind: 'coroutine', body: [] }] };
  expect(shrink(program, () => [true])).toEqual(program);
});
