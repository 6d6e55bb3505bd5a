import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const programs = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|py)$/.test(file));

it('mistakes no program of the site for the other language, and recognizes nearly all of them', () => {
  const guesses = programs.map((file) => ({
    file,
    own: file.endsWith('.py') ? 'python' : 'typescript',
    guess: guessLanguage(readFileSync(path.join(content, file), 'utf8')),
  }));
  expect(guesses.filter(({ own, guess }) => guess !== undefined && guess !== own)).toEqual([]);
  expect(guesses.filter(({ guess }) => guess === undefined).length).toBeLessThan(programs.length / 20);
});

it.each(['', 'x = 1', '1 + 1', 'hello', '# only a comment', 'print(x)', '// only a comment', 'a: b'])(
  'does not guess if a text may be either: %j',
  (text) => {
    expect(guessLanguage(text)).toBeUndefined();
  },
);

it.each(['rows = 5\nprint(rows)\n', '# rows\nprint("rows")\n', 'import asyncio\nasyncio.run(main())\n'])(
  'sees two lines of Python where nothing is TypeScript: %j',
  (text) => {
    expect(guessLanguage(text)).toBe('python');
    expect(guessLanguage(`let sum = 0\n${text}`)).not.toBe('python');
  },
);

it('is not misled by an import that reads the same at first', () => {
  expect(guessLanguage("import { sleep } from 'x';\nconst a = 1;\n")).toBe('typescript');
  expect(guessLanguage('from asyncio import sleep\nasync def main():\n    await sleep(1)\n')).toBe('python');
});
