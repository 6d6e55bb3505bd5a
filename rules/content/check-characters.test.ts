import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCharacters } from './check-characters.ts';
import { formatFinding } from './finding.ts';

const root = mkdtempSync(path.join(tmpdir(), 'characters-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function find(file: string, content: string | Buffer): readonly string[] {
  writeFileSync(path.join(root, file), content);
  return checkCharacters(root, [file]).map(formatFinding);
}

describe('checkCharacters', () => {
  it.each([
    [
      'a.py',
      Buffer.from('\ufeffprint(1)\n'),
      'a.py:1: Expected text in UTF-8, but the file is UTF-8 with a byte order mark.',
    ],
    ['a.yaml', Buffer.from('\ufeffterm: x\n', 'utf16le'), 'a.yaml:1: Expected text in UTF-8, but the file is UTF-16.'],
    [
      'a.ts',
      Buffer.from('let a;\n', 'utf16le'),
      'a.ts:1: Expected text in UTF-8, but the file is UTF-16 or binary: it has zero bytes.',
    ],
    [
      'a.mdx',
      Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
      'a.mdx:1: Expected text in UTF-8, but the file is in another encoding.',
    ],
  ])('names the encoding of %s', (file, bytes, message) => {
    expect(find(file, bytes)).toEqual([`${message} Save it as UTF-8 without a byte order mark.`]);
  });

  it.each(['a.mdx', 'a.yaml', 'a.py', 'a.ts'])('names the first mark of a merge in %s', (file) => {
    expect(find(file, 'x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> other\n')).toEqual([
      `${file}:2: Expected a file that is merged, but this line begins with "<<<<<<<". Choose one of the two versions, and delete the three lines of marks.`,
    ]);
  });

  it.each([
    ['a.py', 'x\u00a0= 1\n', 'a no-break space'],
    ['a.ts', 'const\u200b x = 1;\n', 'a zero-width space'],
    ['a.yaml', 'term:\u00a0x\n', 'a no-break space'],
    ['a.mdx', 'Text\u200b.\n', 'a zero-width space'],
  ])('names what cannot be seen in %s', (file, text, name) => {
    expect(find(file, text)).toEqual([
      expect.stringMatching(`^${file}:1: Expected only characters that can be seen, but got ${name}\\. Delete it`),
    ]);
  });

  it('names a tab that indents YAML', () => {
    expect(find('a.yaml', 'short: >-\n\tA task.\n')).toEqual([
      'a.yaml:2: Expected YAML to be indented with spaces, but got a tab. Indent with two spaces for each level; YAML knows no tabs.',
    ]);
  });

  it('names a tab that indents Python', () => {
    expect(find('a.py', 'if x:\n\tprint("a\tb")\n')).toEqual([
      'a.py:2: Expected Python to be indented with spaces, but got a tab. Indent with four spaces; an editor can turn all tabs into spaces.',
    ]);
  });

  it.each([
    ['a.py', 'x = 1\nprint("a" + “b”)\n', 2],
    ['a.ts', 'console.log(“b”);\n', 1],
  ])('names the quotation marks of running text in %s', (file, text, line) => {
    expect(find(file, text)).toEqual([
      `${file}:${line}: Expected plain quotation marks in code, but got “. Type " or ' instead of the curly ones.`,
    ]);
  });

  it('names them around the value of a prop', () => {
    expect(find('a.mdx', 'Text\n\n<Demo name=“think” />\n')).toEqual([
      'a.mdx:3: Expected plain quotation marks around the value of a prop, but got “. Type " instead of the curly ones.',
    ]);
  });

  it.each([
    ['a.py', 'print("“quoted”")  # “a comment”\nprint(\'it’s\')\n'],
    ['a.ts', "// “a comment”\nconsole.log('“quoted”', `it’s`);\n"],
    ['a.mdx', 'He said “yes”, and it’s 5\u00a0kB. <Demo name="think" caption="“so”" />\n'],
    ['a.yaml', 'title: It’s “so”\n'],
  ])('accepts plain text in %s', (file, text) => {
    expect(find(file, text)).toEqual([]);
  });
});
