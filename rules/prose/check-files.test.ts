import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatFinding } from '../content/finding.ts';
import { checkProseFiles, listProseFiles, readPassages } from './check-files.ts';
import { loadWords } from './load-words.ts';

const project = path.resolve(import.meta.dirname, '../..');
const root = mkdtempSync(path.join(tmpdir(), 'prose-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('names the line at which an article stops being MDX', () => {
  const file = 'content/articles/one/index.mdx';
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), '---\ntitle: One\n---\n\nText.\n\n<Note>\nMore.\n');
  expect(checkProseFiles(root, [file], loadWords(project)).map(formatFinding)).toEqual([
    `${file}:7: Expected a tag that is closed, but got <Note> without its end. Write </Note> after what belongs to it, or <Note … /> if nothing does. A "<" of the text goes in backticks.`,
  ]);
});

it('reads articles, programs and records, and not the license or the guide', () => {
  for (const name of ['STYLE.md', 'words.txt', 'peps/1.yaml', 'articles/one/a.py', 'articles/one/notes.txt']) {
    mkdirSync(path.dirname(path.join(root, 'content', name)), { recursive: true });
    writeFileSync(path.join(root, 'content', name), '');
  }
  expect(listProseFiles(root)).toEqual([
    'content/articles/one/a.py',
    'content/articles/one/index.mdx',
    'content/peps/1.yaml',
  ]);
});

it('knows the place of each character', () => {
  const text = '---\ntitle: "A \\"b\\""\n---\n\n- Ünï 𝒳 &amp; \\*so*\n  on `x`, _and_ on.\n';
  const passages = readPassages('content/articles/one/index.mdx', text);
  const read = passages.map(({ text: words, offsets }) => [words, offsets.map((at) => text.charAt(at)).join('')]);
  expect(read).toEqual([
    ['A "b"', 'A "b"'],
    ['Ünï 𝒳 & *so*\non \uFFFC, and on.', 'Ünï 𝒳 & *so*\non `, and on.'],
  ]);
});

it('knows the words of the dictionary in American spelling, and those of the project', () => {
  const words = loadWords(project);
  const known = ['color', 'colour', 'Suspends', 'coroutine', 'Coroutine', 'yeild', "generator's"];
  expect(known.filter((word) => words.has(word))).toEqual([
    'color',
    'Suspends',
    'coroutine',
    'Coroutine',
    "generator's",
  ]);
  expect([words.isName('Python'), words.isName('Coroutine')]).toEqual([true, false]);
  expect(words.suggest('yeild')).toBe('yield');
});
