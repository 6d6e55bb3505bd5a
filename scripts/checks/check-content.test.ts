import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { formatFinding } from './finding.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  write('content/peps/492.yaml', pep);
  write('content/glossary/task.yaml', term);
  write('content/articles/one/index.mdx', article());
  write('content/articles/one/think.ts', '// title: Think\n\nexport function main() {}\n');
  write('content/articles/one/think.py', 'def main():\n    pass\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const pep = `number: 492
title: Coroutines with async and await syntax
authors: [Yury Selivanov]
created: 2015-04-09
status: Final
meaning: Made the coroutine a kind of object of its own.
before: A coroutine was a generator used in a certain way.
source:
  - { text: PEP 492 }
`;

const term = `term: task
short: A coroutine that the loop drives. It is a future for the coroutine's result.
source: { text: The glossary of the test }
`;

function article(change: (text: string) => string = (text) => text): string {
  return change(`---
title: One article
claim: You will know what this article says, all of it.
question: What does the one article of this test say?
next: What would a second article of this test say?
part: 1
order: 10
peps: [492]
published: 2026-11-21
changed:
  - { what: nothing, kind: syntax, version: "3.5", source: pep }
sources:
  - { id: pep, text: PEP 492, supports: everything said here }
---

Text with a <Term id="task">task</Term> and a source.<Cite id="pep" />

<Demo name="think" />
`);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const found = (): readonly string[] => checkContent(root).map(formatFinding);

describe('checkContent', () => {
  it('finds nothing in good content', () => {
    expect(found()).toEqual([]);
  });

  it('names a PEP without a record', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('[492]', '[493]')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:8: Field "peps": Expected a PEP with a record, but 493 has none. Correct the number, or add content/peps/493.yaml.',
    ]);
  });

  it('names both articles that claim one place', () => {
    write(
      'content/articles/two/index.mdx',
      article((text) => text.replace('<Demo name="think" />', '')),
    );
    expect(found()).toEqual([
      'content/articles/two/index.mdx:7: Field "order": Expected a place of its own in the order of reading, but content/articles/one/index.mdx has 10 too. Choose a free number between its neighbors.',
    ]);
  });

  it('names a misspelled field with its line', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('published:', 'publishd:')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:1: Field "published": Expected a date written as 2001-12-21. Mend the field in the front matter or record.',
      'content/articles/one/index.mdx:9: Expected only known fields, but got "publishd". Correct its spelling, or delete it; the fields are listed in src/schemas.',
    ]);
  });

  it('names a version that YAML reads as a number', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('"3.5"', '3.10')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:11: Field "changed.0.version": Expected a Python version in quotes, such as "3.10" (without quotes YAML reads 3.10 as 3.1). Mend the field in the front matter or record.',
    ]);
  });

  it('names the line of broken YAML', () => {
    write('content/peps/492.yaml', pep.replace('title: ', '\ttitle: '));
    expect(found()[0]).toMatch(/^content\/peps\/492\.yaml:2: Expected YAML, but got a fault: .*[Tt]ab/);
  });

  it('names a half pair', () => {
    rmSync(path.join(root, 'content/articles/one/think.py'));
    expect(found()).toEqual([
      'content/articles/one/think.ts: Expected its Python twin think.py beside it, but there is none. Every demo is a pair; write the same program in Python.',
    ]);
  });

  it('names the line of a program that is no TypeScript', () => {
    write('content/articles/one/think.ts', '// title: Think\n\nexport function main() {\n  return (;\n}\n');
    expect(found()[0]).toBe(
      'content/articles/one/think.ts:4: Expected the program to compile, but got: Expression expected. Mend the program.',
    );
  });

  it('names an unknown component, and leaves code alone', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n\`<Code>\` and <Figure />\n\n\`\`\`text\n<Block>\n\`\`\`\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:20: Expected one of the components Cite, Demo, Listing, Note, State, Term, Version, but got <Figure>. Correct its name, or write plain Markdown.',
    ]);
  });

  it('names an import in an article', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\nimport x from 'y';\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:20: Expected an article without imports, but got "import x from \'y\';". Delete the line; every component is there without it.',
    ]);
  });

  it('names a demo that nobody shows, and one that does not exist', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('"think"', '"thinks"')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:18: Expected a demo of this article, but there is no thinks.ts with thinks.py beside it. Correct the name, or write the pair; there are think.',
      'content/articles/one/think.ts: Expected every demo to be shown, but the article never names this one. Add <Demo name="think" /> to index.mdx, or delete the pair.',
    ]);
  });

  it('names an unknown term and an unknown source', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('id="task"', 'id="tsk"').replace('Cite id="pep"', 'Cite id="pip"')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:16: Expected a term of the glossary, but got "tsk". Correct the id, or add content/glossary/tsk.yaml.',
      'content/articles/one/index.mdx:16: Expected the id of one of this article’s sources, but got "pip". Correct the id, or add the source to the front matter.',
    ]);
  });

  it('wants the record of a PEP under its number', () => {
    write('content/peps/500.yaml', pep);
    expect(found()).toEqual([
      'content/peps/500.yaml:1: Field "number": Expected 500, the file’s name, but got 492. Correct the number, or rename the file to 492.yaml.',
    ]);
  });
});
