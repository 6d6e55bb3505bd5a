import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type CodeCheck, listCodeChecks, longProofs } from './list-code-checks.ts';

const names = (...files: readonly string[]): readonly string[] => listCodeChecks(files).map(({ name }) => name);
const commandOf = (checks: readonly CodeCheck[], name: string): readonly string[] =>
  checks.find((check) => check.name === name)?.command ?? [];

it('checks nothing for a change of words in content/', () => {
  expect(names('content/articles/event-loop/index.mdx', 'content/articles/event-loop/three-timers.py')).toEqual([]);
});

it('checks a file of TypeScript for its form, its rules, its types and the tests that import it', () => {
  expect(names('src/engine/page/find-nearest.ts')).toEqual(['lint', 'types', 'unit', 'format']);
  const checks = listCodeChecks(['src/engine/page/find-nearest.ts']);
  expect(commandOf(checks, 'types')[0]).toBe('tsc');
  expect(commandOf(checks, 'unit')).toContain('src/engine/page/find-nearest.ts');
});

it('lets Astro check the types of a component, and checks only the format of a text', () => {
  expect(commandOf(listCodeChecks(['src/layouts/Page.astro']), 'types').slice(0, 2)).toEqual(['astro', 'check']);
  expect(names('README.md')).toEqual(['format']);
});

it('runs what depends on the engine’s Python when a file of it changes', () => {
  const [unit] = listCodeChecks(['src/engine/run/cpython/python/yieldpoint/program.py']);
  expect(unit?.command).toContain('src/build/cpython/read-python-files.ts');
});

it('names long proofs, and files to watch, that exist', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  for (const file of [...longProofs, 'src/build/cpython/read-python-files.ts', 'rules/house/house.test.ts'])
    expect([file, globSync(file, { cwd: root }).length > 0]).toEqual([file, true]);
});
