import process from 'node:process';
import { expect, test } from 'vitest';
import { loadCPython } from '../cpython/load-cpython.ts';
import { hashProgram } from './hash-program.ts';
import { compareVersions, loadResults, loadSnippets } from './load-snippets.ts';
import { runInPyodide } from './run-in-pyodide.ts';

const snippets = loadSnippets(process.cwd());
const pythons = loadResults(process.cwd());

test("runs every snippet in this project's CPython with the result that the table shows", async () => {
  const cpython = await loadCPython();
  const stored = pythons.find(({ runtime }) => runtime === `${cpython.runtime} (Pyodide)`);
  const ids = [...snippets.keys()];
  const results = runInPyodide(
    cpython,
    [...snippets.values()].map(({ code }) => code),
  );
  const hashes = [...snippets.values()].map(({ code }) => hashProgram(code));
  expect(stored?.results).toEqual(
    Object.fromEntries(ids.map((id, index) => [id, { ...results[index], program: hashes[index] }])),
  );
});

test.each(pythons)('$runtime ran no snippet that cannot mean anything on it', ({ version, results }) => {
  const worth = [...snippets].flatMap(([id, { since }]) => (compareVersions(since, version) <= 0 ? [id] : []));
  expect(worth).toEqual(expect.arrayContaining(Object.keys(results)));
});

test('3.10 is newer than 3.9', () => {
  expect(compareVersions('3.10', '3.9')).toBeGreaterThan(0);
  expect(compareVersions('2.7', '3.6')).toBeLessThan(0);
});
