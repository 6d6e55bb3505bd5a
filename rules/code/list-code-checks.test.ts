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

it('lets Astro check the types of a component', () => {
  expect(commandOf(listCodeChecks(['src/layouts/Page.astro']), 'types').slice(0, 2)).toEqual(['astro', 'check']);
});

it.each([
  ['README.md', 'rules/house/documents.test.ts'],
  ['docs/hosting.md', 'rules/house/hosting.test.ts'],
  ['public/_headers', 'rules/house/hosting.test.ts'],
  ['src/engine/timeline/timeline.css', 'src/engine/timeline/draw-standalone.test.ts'],
])('checks the form of %s, and runs the test that reads it as text', (file, test) => {
  expect(names(file)).toEqual(['unit', 'format']);
  expect(commandOf(listCodeChecks([file]), 'unit')).toContain(test);
});

it('runs what depends on the engine’s Python when a file of it changes', () => {
  const [unit] = listCodeChecks(['src/engine/run/cpython/python/yieldpoint/program.py']);
  expect(unit?.command).toContain('src/build/cpython/read-python-files.ts');
});

it('names long proofs, and files to watch, that exist', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const watched = [
    'src/build/cpython/read-python-files.ts',
    'rules/house/house.test.ts',
    'rules/house/documents.test.ts',
    'rules/house/hosting.test.ts',
    'src/engine/timeline/draw-standalone.test.ts',
  ];
  for (const file of [...longProofs, ...watched])
    expect([file, globSync(file, { cwd: root }).length > 0]).toEqual([file, true]);
});
