import path from 'node:path';
import { expect, it } from 'vitest';
import { listFiles, readImports } from '../house/read-imports.ts';
import { threadTests } from './thread-tests.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = listFiles(root);
const imports = new Map(
  files.map((file) => [file, readImports(root, file).flatMap(({ target, isPackage }) => (isPackage ? [] : target))]),
);

/** Every file that the given one imports, directly or not. */
function listReached(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const each of reached) for (const target of imports.get(each) ?? []) reached.add(target);
  return reached;
}

it('names every test that may start a thread with CPython in it', () => {
  const starts = 'src/build/threads/start-program-thread.ts';
  expect(files).toContain(starts);
  const tests = files.filter((file) => file.endsWith('.test.ts') && listReached(file).has(starts));
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((file) => !threadTests.some((pattern) => path.matchesGlob(file, pattern)))).toEqual([]);
});
