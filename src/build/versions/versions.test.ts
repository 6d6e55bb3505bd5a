import process from 'node:process';
import { expect, test } from 'vitest';
import { loadCPython } from '../cpython/load-cpython.ts';
import { compareVersions, loadResults, loadSnippets } from './load-snippets.ts';
import { runInPyodide } from './run-in-pyodide.ts';

const snippets = loadSnippets(process.cwd());
const pythons = loadResults(process.cwd());

test('CPython in this project does with every snippet what the table says', async () => {
  const cpython = await loadCPython();
  const stored = pythons.find(({ runtime }) => runtime === `${cpython.runtime} (Pyodide)`);
  const ids = [...snippets.keys()];
  const results = runInPyodide(
    cpython,
    [...snippets.values()].map(({ code }) => code),
  );
  expect(stored?.results).toEqual(Object.fromEntries(ids.map((id, index) => [id, results[index]])));
});

test.each(pythons)('$runtime ran every snippet that is worth a run on it, and no other', ({ version, results }) => {
  const worth = [...snippets].flatMap(([id, { since }]) => (compareVersions(since, version) <= 0 ? [id] : []));
  expect(Object.keys(results).toSorted()).toEqual(worth.toSorted());
});

test('3.10 is newer than 3.9', () => {
  expect(compareVersions('3.10', '3.9')).toBeGreaterThan(0);
  expect(compareVersions('2.7', '3.6')).toBeLessThan(0);
});
