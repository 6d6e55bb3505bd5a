import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatFinding } from '../content/finding.ts';
import { checkComments, listSourceFiles } from './check-comments.ts';

const root = mkdtempSync(path.join(tmpdir(), 'comments-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const check = (file: string, text: string): readonly string[] => {
  writeFileSync(path.join(root, file), text);
  return checkComments(root, [file]).map(formatFinding);
};

it.each([
  ['a.ts', '/**\n * Returns a text\n * in the\n * place of another.\n */\nconst a = 1; // x\n', 3, 'in the place of'],
  ['b.ts', 'const a = {\n  b: 1, // in the place of another\n};\n', 2, 'in the place of'],
  ['a.test.ts', "it('runs in the place of another', () => {});\n", 1, 'in the place of'],
  ['b.test.ts', "it.each([1])('runs in the place of %s', () => {});\n", 1, 'in the place of'],
  ['a.py', 'def f():\n    """Runs in the place\n    of another."""\n', 2, 'in the place of'],
  ['b.py', 'a = 1\n# in the place of another\n', 2, 'in the place of'],
  ['a.css', 'a {\n  /* In the place of another. */\n}\n', 2, 'In the place of'],
  ['a.astro', '---\n// In the place of another.\n---\n', 2, 'In the place of'],
])('names the line of a phrase in a comment or title: %s', (file, text, line, found) => {
  expect(check(file, text)).toEqual([
    `${file}:${line}: Expected plain English, but got "${found}". Write "instead of", or "replaces".`,
  ]);
});

it('ignores code, texts of a program, and words in backticks', () => {
  expect(
    check('c.ts', "// `in the place of`\nconst text = 'in the place of'; /* fine */\nconst r = /in front of/;\n"),
  ).toEqual([]);
});

it('finds nothing in the comments of this project', () => {
  const project = path.resolve(import.meta.dirname, '../..');
  const files = listSourceFiles(project);
  expect(files.length).toBeGreaterThan(1000);
  expect(checkComments(project, files).map(formatFinding)).toEqual([]);
});
