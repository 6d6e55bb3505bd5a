/* Compares the list of tests in README.md with the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** The names of upstream tests in the list, by the file that has them: rows of class, `[file](file.test.ts)` and names. */
function listedTests(): Map<string, Set<string>> {
  const listed = new Map<string, Set<string>>();
  for (const [, file = '', names = ''] of read('README.md').matchAll(
    /^\|[^|]*\| \[[^\]]*\]\(([^)]*)\)\s*\|([^|]*)\|$/gm,
  )) {
    const known = listed.get(file) ?? new Set();
    for (const name of names.split(',')) known.add(`test_${name.trim()}`);
    listed.set(file, known);
  }
  return listed;
}

/** The names of upstream tests at the beginning of the file's test titles: `test_x: …`, `test_x, test_y: …`, or a name alone. */
function titles(file: string): string[] {
  const heads = Array.from(read(file).matchAll(/['"`](test_\w[^:'"`]*)(?=: |['"`][,\]])/g), ([, head = '']) => head);
  return heads.flatMap((head) => head.match(/test_\w+/g) ?? []);
}

describe('the list of CPython’s tests', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'readme.test.ts');
  const listed = listedTests();
  const all = new Set([...listed.values()].flatMap((names) => [...names]));

  it.each([...listed.keys()])('names only tests that are in %s', (file) => {
    expect(files).toContain(file);
    const known = new Set(titles(file));
    expect([...(listed.get(file) ?? [])].filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(files)('names all that are in %s', (file) => {
    expect(titles(file).filter((name) => !all.has(name))).toEqual([]);
  });
});
