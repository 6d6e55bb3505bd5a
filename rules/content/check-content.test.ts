import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPairs } from '../../src/build/demos/find-pairs.ts';
import { hashProgram } from '../../src/build/versions/hash-program.ts';
import { checkContent, findContentFaults } from './check-content.ts';
import { checkPrograms } from './check-programs.ts';
import { exampleFront } from './example-front.ts';
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
  return change(`${exampleFront}
Text with a <Term id="task">task</Term> and a source.<Cite id="pep" />

<Demo name="think" />
`);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const found = (): readonly string[] => checkContent(root).map(formatFinding);
const foundInPrograms = (): readonly string[] => checkPrograms(findPairs(root)).map(formatFinding);

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
      'content/articles/one/index.mdx:9: Expected only known fields, but got "publishd". Did you mean "published"? Correct its spelling, or delete it; the fields are listed in src/build/schemas.',
    ]);
  });

  it('says once how a date is written if a field is not a date', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('2026-11-21', '21.11.2026')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:9: Field "published": Expected a date written as 2001-12-21 (year, month, day). Fix the field in the front matter or record.',
    ]);
  });

  it.each([
    [
      /sources:\n.*\n/,
      '',
      '1: Field "sources": Expected a list, but it is missing. Add it, as another file of that folder has it.',
    ],
    [
      'sources:\n  - {',
      'sources: {',
      '12: Field "sources": Expected a list. Fix the field in the front matter or record.',
    ],
    [
      'claim: By the end you can say',
      'claim: You know',
      '3: Field "claim": Expected a sentence that begins with "By the end you can", and then says what the reader can do. Fix the field in the front matter or record.',
    ],
    [
      'kind: syntax',
      'kind: feature',
      '11: Field "changed.0.kind": Expected one of syntax, method, grammar, module, behavior, removal, but got "feature". Fix the field in the front matter or record.',
    ],
    [
      'title: One article',
      'title: One',
      '2: Field "title": Expected 4 characters at least. Fix the field in the front matter or record.',
    ],
    [
      'peps: [492]',
      'peps: []',
      '8: Field "peps": Expected 1 entry at least. Fix the field in the front matter or record.',
    ],
    [
      'order: 10',
      'order: first',
      '7: Field "order": Expected a number, but got "first". Fix the field in the front matter or record.',
    ],
    [
      'kind: syntax',
      'kind: syntx',
      '11: Field "changed.0.kind": Expected one of syntax, method, grammar, module, behavior, removal, but got "syntx". Did you mean "syntax"? Fix the field in the front matter or record.',
    ],
    [
      'text: PEP 492,',
      'text: PEP 492, url: peps.python.org,',
      '13: Field "sources.0.url": Expected an address such as https://peps.python.org/. Fix the field in the front matter or record.',
    ],
  ])('describes the allowed values of a field if %s becomes %j', (from, to, message) => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace(from, to)),
    );
    expect(found()).toEqual([`content/articles/one/index.mdx:${message}`]);
  });

  it.each([
    [
      'one/index.mdx',
      'say?\nnext',
      'say\nnext',
      '4: Field "question": Expected a sentence that ends with a period or a question mark',
    ],
    ['one/index.mdx', 'part: 1', 'part: 4', '6: Field "part": Expected part 1, 2 or 3 of the series'],
    ['one/index.mdx', 'order: 10', 'order: 0', '7: Field "order": Expected a number above 0'],
    ['one/index.mdx', 'order: 10', 'order: 1.5', '7: Field "order": Expected a whole number, but got 1.5'],
    [
      'one/index.mdx',
      'title: One article',
      `title: ${'x'.repeat(81)}`,
      '2: Field "title": Expected 80 characters at most',
    ],
    ['one/index.mdx', 'title: One article', 'title: 1001', '2: Field "title": Expected text, but got 1001'],
    ['one/index.mdx', '2026-11-21', '2026-02-30', '9: Field "published": Expected a day that the calendar has'],
    ['one/index.mdx', '"3.5"', '"4"', '11: Field "changed.0.version": Expected a Python version such as "3.10"'],
    [
      'one/index.mdx',
      'id: pep,',
      'id: PEP,',
      '13: Field "sources.0.id": Expected lower-case letters, digits and single hyphens, such as pep-492-async-await',
    ],
    [
      '../peps/492.yaml',
      'status: Final',
      'status: Done',
      '5: Field "status": Expected one of Final, Accepted, Draft, Deferred, Rejected, Withdrawn, Superseded, but got "Done"',
    ],
    [
      '../glossary/task.yaml',
      'term: task',
      'term: task\nsee: [5]',
      '2: Field "see.0": Expected the slug of an article, or a place as {text, url}',
    ],
    ['../planned.yaml', '', 'Two Articles', '1: Expected a list, but got "Two Articles"'],
    ['../releases.yaml', '', 'python: []\n', '1: Field "libraries": Expected a list, but it is missing'],
    [
      '../versions/loop.yaml',
      '',
      'title: A loop\narea: loops\nsays: A loop that goes on says.\ncode: print(1)\n',
      '2: Field "area": Expected one of generators, expressions, delegation, syntax, coroutines, async-generators, asyncio, but got "loops"',
    ],
  ])('describes the fault of %s if %j becomes %j', (name, from, to, message) => {
    const file = path.posix.join('content/articles', name);
    const before = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '';
    write(file, before.replace(from, to));
    expect(found().map((line) => line.replace(/\. (?:Fix|Add) [^]*$/, ''))).toEqual([`${file}:${message}`]);
  });

  it.each([
    [
      'a number that is not the file’s name',
      'peps/3156.yaml',
      pep,
      'content/peps/3156.yaml:1: Field "number": Expected 3156, the file’s name, but got 492. Correct the number, or rename the file to 492.yaml.',
    ],
    [
      'a term that occurs twice',
      'glossary/tasks.yaml',
      term.replace('term: task', 'term: tasks\nalso: [Task]'),
      'content/glossary/tasks.yaml:1: Expected each term once, but "task" is in content/glossary/task.yaml too. Merge the two files, or drop the name from one of them.',
    ],
    [
      'a program of the table with an unknown PEP',
      'versions/loop.yaml',
      'title: A loop\narea: asyncio\npeps: [9]\nsays: A loop that goes on says.\ncode: print(1)\n',
      'content/versions/loop.yaml:3: Field "peps": Expected a PEP with a record, but 9 has none. Correct the number, or add content/peps/9.yaml.',
    ],
    [
      'a program without a title',
      'articles/one/think.ts',
      'export function main() {}\n',
      'content/articles/one/think.ts:1: Expected a title in the front block, but found none. Begin the file with "// title: …", then a blank line, then the program.',
    ],
    [
      'an unknown line of a front block',
      'articles/one/think.py',
      '# titel: Think\n\npass\n',
      'content/articles/one/think.py:1: Expected a line such as "# title: …" with one of title, question, answer, look, show, axis, parity, frames, lines, but got "# titel: Think". Did you mean "title"? End the front block with a blank line before the program.',
    ],
    [
      'a demo with capitals',
      'articles/one/Loop.py',
      'pass\n',
      'content/articles/one/Loop.ts: Expected a demo name of lower-case letters, digits and hyphens, but got "Loop". Rename both halves.',
    ],
  ])('names %s', (_, name, text, message) => {
    write(`content/${name}`, text);
    if (name.endsWith('Loop.py'))
      write('content/articles/one/Loop.ts', '// title: Loop\n\nexport function main() {}\n');
    expect(found()).toEqual([message]);
  });

  it('names a missing source of a misconception, a missing term and a missing citation', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) =>
        text
          .replace(
            'sources:',
            'misconceptions:\n  - { says: A loop never ends., truth: It does at last., source: none, unshown: nobody waits that long }\nsources:',
          )
          .replace('<Term id="task">', '<Term id="tsak">')
          .replace('<Cite id="pep" />', '<Cite id="pip" />'),
      ),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:13: Field "misconceptions.0.source": Expected the id of one of this article’s sources, but got "none". Correct the id, or add the source to the list.',
      'content/articles/one/index.mdx:18: Expected a term of the glossary, but got "tsak". Did you mean "task"? Correct the id, or add content/glossary/tsak.yaml.',
      'content/articles/one/index.mdx:18: Expected the id of one of this article’s sources, but got "pip". Did you mean "pep"? Correct the id, or add the source to the front matter.',
    ]);
  });

  it('names a missing demo and a missing row that should refute a misconception', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) =>
        text.replace(
          'sources:',
          'misconceptions:\n  - { says: A loop never ends., truth: It does at last., source: pep, demo: thnik, row: awiat }\nsources:',
        ),
      ),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:13: Field "misconceptions.0.demo": Expected a demo that this article shows, but got "thnik". Did you mean "think"? Correct the name, or show it with <Demo name="thnik" />.',
      'content/articles/one/index.mdx:13: Field "misconceptions.0.row": Expected a program of the table of versions, but got "awiat". Correct the name, or add content/versions/awiat.yaml and run npm run versions -- --write.',
    ]);
  });

  it('wants to know of each misconception what refutes it, or why no run does', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) =>
        text.replace(
          'sources:',
          [
            'misconceptions:',
            '  - { says: A loop never ends., truth: It does at last., source: pep }',
            '  - { says: A loop ends at once., truth: It does not., source: pep, demo: think, unshown: nobody waits that long }',
            '  - { says: A loop ends twice., truth: It ends once., source: pep, demo: two/think }',
            '  - { says: A loop ends late., truth: It does not., source: pep, unshown: a run has no clock }',
            'sources:',
          ].join('\n'),
        ),
      ),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:13: Field "misconceptions.0": Expected what refutes it, but found neither "demo" nor "row". Add demo: with a demo that shows it, row: with a program of content/versions, or unshown: with the reason why no run can show it.',
      'content/articles/one/index.mdx:14: Field "misconceptions.1.unshown": Expected no reason why no run shows it, because a run is named that does. Remove unshown.',
      'content/articles/one/index.mdx:15: Field "misconceptions.2.demo": Expected a demo that the article two shows, but got "two/think". Did you mean "one/think"? Correct the name, or show it with <Demo name="think" />.',
    ]);
  });

  it('requires fields in an empty record', () => {
    write('content/glossary/task.yaml', '');
    expect(found()).toEqual([
      'content/glossary/task.yaml:1: Expected fields with values, but it is missing. Add the fields, as another file of that folder has it.',
    ]);
  });

  it('names a version that YAML reads as a number', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('"3.5"', '3.10')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:11: Field "changed.0.version": Expected a Python version in quotes, such as "3.10" (without quotes YAML reads 3.10 as 3.1). Fix the field in the front matter or record.',
    ]);
  });

  it('names the line of broken YAML', () => {
    write('content/peps/492.yaml', pep.replace('title: ', 'title: PEP 492: '));
    expect(found()[0]).toMatch(/^content\/peps\/492\.yaml:2: Expected YAML, but got a fault: .*mapping/);
  });

  it('names a half pair', () => {
    rmSync(path.join(root, 'content/articles/one/think.py'));
    expect(found()).toEqual([
      'content/articles/one/think.ts: Expected its Python twin think.py beside it, but there is none. Every demo is a pair; write the same program in Python.',
    ]);
  });

  it('names the line of a program that is not TypeScript', () => {
    write('content/articles/one/think.ts', '// title: Think\n\nexport function main() {\n  return (;\n}\n');
    expect(foundInPrograms()[0]).toBe(
      'content/articles/one/think.ts:4: Expected the program to compile, but got: Expression expected. Fix the program.',
    );
  });

  it('names an import that a program may not have', () => {
    write('content/articles/one/think.ts', "// title: Think\n\nimport 'node:fs';\n");
    expect(foundInPrograms()).toEqual([
      'content/articles/one/think.ts:3: Expected an import from "@yieldpoint/scheduler", but got \'node:fs\'. A program here may import nothing else. There are no files here: put what they hold into the program. Fix the program.',
    ]);
  });

  it('names an unknown component, and ignores code', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n\`<Code>\` and <Figure />\n\n\`\`\`text\n<Block>\n\`\`\`\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:20: Expected one of the components Cite, Demo, Line, Listing, Note, State, Step, Term, Version, but got <Figure>. Correct its name, or write plain Markdown.',
    ]);
  });

  it('names code that could run and does not say why it does not', () => {
    const fences = '```python still="it opens sockets"\nopen()\n```\n\n```python\nprint(1)\n```';
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n${fences}\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:24: Expected code that does not run in the page to say why, but this fence does not. Make it a demo, or write why: ```python still="it opens sockets, which a page may not".',
    ]);
  });

  it.each([
    [
      'code that does not end',
      '```text\nhello\n',
      '20: Expected the code that begins here to end, but all the rest of the article is within it. Write ``` on a line of its own after the last line of code.',
    ],
    [
      'a row with too few cells',
      '| a | b |\n| --- | --- |\n| one | two |\n| three |\n',
      '23: Expected a row of 2 cells, as the first row has, but got 1. Add the missing cells, and write a "|" within a cell as "\\|".',
    ],
    [
      'a comment of HTML',
      '<!-- a note -->\n',
      '20: Expected text or a tag, but got "<!", which begins a comment of HTML. Write a comment as {/* … */}, and a "<" of the text in backticks.',
    ],
  ])('names %s', (_, markdown, message) => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n${markdown}`),
    );
    expect(found()).toEqual([`content/articles/one/index.mdx:${message}`]);
  });

  it('names front matter that does not end, and a Python that no release has', () => {
    write(
      'content/releases.yaml',
      'python:\n  - { version: "3.5", released: 2015-09-13, source: { text: PEP 478 } }\nlibraries: []\n',
    );
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('"3.5"', '"3.51"')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:11: Field "changed.0.version": Expected a Python of content/releases.yaml, but got "3.51". Did you mean "3.5"? Correct the version, or add the release there.',
    ]);
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('---\n\nText', 'Text')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:1: Expected front matter between two lines of three hyphens, but the second of these lines is missing. Write --- on a line of its own after the last field.',
    ]);
  });

  it('names a code fence in a language that is not highlighted, and ignores the content of fences', () => {
    const fences = '````text\n```toml\n````\n\n```\nplain\n```\n\n```rust\nfn main() {}\n```';
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n${fences}\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:28: Expected a code fence in one of typescript, javascript, python, bash, yaml, json, html, py, ts, js, text, plaintext, but got "rust". Correct the word after the three backticks, or write "text".',
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

  it('names a demo that no article shows, and one that does not exist', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('"think"', '"thinks"')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:18: Expected a demo of this article, but there is no thinks.ts with thinks.py beside it. Did you mean "think"? Correct the name, or write the pair; there are think.',
      'content/articles/one/think.ts: Expected every demo to be shown, but the article never names this one. Add <Demo name="think" /> to index.mdx, or delete the pair.',
    ]);
  });

  it.each([
    ['question', 'answer', 'a question'],
    ['answer', 'question', 'an answer'],
  ])('names a demo with a %s that lacks its %s', (has, lacks, only) => {
    write(
      'content/articles/one/think.ts',
      `// title: Think\n// ${has}: Which of the two?\n\nexport function main() {}\n`,
    );
    expect(found()).toEqual([
      `content/articles/one/think.ts:1: Expected a question and its answer in the front block, but there is only ${only}. Add a line "${lacks}: …" to it.`,
    ]);
  });

  it('names a prediction that has no question, and the fourth that an article asks for', () => {
    const asking = '<Demo name="think" predict />';
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('<Demo name="think" />', Array(4).fill(asking).join('\n\nText.\n\n'))),
    );
    const noQuestion =
      'Expected a demo that asks for a prediction to have a question, but content/articles/one/think.ts has none. Write "question: …" into its front block, or take "predict" out.';
    expect(found()).toEqual([
      ...[18, 22, 26, 30].map((line) => `content/articles/one/index.mdx:${line}: ${noQuestion}`),
      'content/articles/one/index.mdx:30: Expected an article to ask for predictions in 3 places at most, but this one does in 4. Keep "predict" where the answer surprises most, and let the other demos show their runs at once.',
    ]);
    write(
      'content/articles/one/think.ts',
      '// title: Think\n// question: What is printed?\n// answer: Nothing.\n\nexport function main() {}\n',
    );
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('<Demo name="think" />', Array(4).fill(asking).join('\n\n'))),
    );
    expect(found()).toEqual([]);
  });

  it('names an unknown term and an unknown source', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('id="task"', 'id="tsk"').replace('Cite id="pep"', 'Cite id="pip"')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:16: Expected a term of the glossary, but got "tsk". Did you mean "task"? Correct the id, or add content/glossary/tsk.yaml.',
      'content/articles/one/index.mdx:16: Expected the id of one of this article’s sources, but got "pip". Did you mean "pep"? Correct the id, or add the source to the front matter.',
    ]);
  });

  it('requires the number of a PEP as the name of its record', () => {
    write('content/peps/500.yaml', pep);
    expect(found()).toEqual([
      'content/peps/500.yaml:1: Field "number": Expected 500, the file’s name, but got 492. Correct the number, or rename the file to 492.yaml.',
    ]);
  });

  it('names the line at which an article stops being MDX, and no consequences of that', () => {
    write('content/glossary/task.yaml', `${term}see: [one]\n`);
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n<Note>\nMore.\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:20: Expected a tag that is closed, but got <Note> without its end. Write </Note> after what belongs to it, or <Note … /> if nothing does. A "<" of the text goes in backticks.',
    ]);
  });

  it('finds no fault in references to a record that has one', () => {
    write('content/peps/492.yaml', pep.replace('2015-04-09', '2015-04-31'));
    expect(found()).toEqual([
      'content/peps/492.yaml:4: Field "created": Expected a day that the calendar has. Fix the field in the front matter or record.',
    ]);
  });

  it('names a term that is in two files', () => {
    write('content/glossary/tasks.yaml', term);
    expect(found()).toEqual([
      'content/glossary/tasks.yaml:1: Expected each term once, but "task" is in content/glossary/task.yaml too. Merge the two files, or drop the name from one of them.',
    ]);
  });

  it.each([
    [
      '[x](/articles/one/)',
      'Expected a relative link to this site’s own pages, but got "/articles/one/". Write "../one/"; the site may be hosted below another address.',
    ],
    [
      '[x](https://yieldpoint.dev/demos/)',
      'Expected a relative link to this site’s own pages, but got "https://yieldpoint.dev/demos/". Write "../../demos/"; the site may be hosted below another address.',
    ],
    [
      '[x](/articles/oen/)',
      'Expected a relative link to an article, but got "/articles/oen/", and there is no article "oen". Did you mean "one"? Write "../", the slug and "/"; there are one.',
    ],
    ['[x](http://example.org/)', 'Expected a link with https, but got "http://example.org/". Correct the address.'],
    ['[x](../two/)', 'Expected the slug of an article, but there is no "two". Correct the link; there are one.'],
    [
      '[x](../one/#hedaing)',
      'Expected a heading or demo of one with the anchor "hedaing", but there is none. Correct the anchor; there are a-heading-of-its-own, think.',
    ],
    [
      '[x](#hedaing)',
      'Expected a heading or demo of one with the anchor "hedaing", but there is none. Correct the anchor; there are a-heading-of-its-own, think.',
    ],
    [
      '![](a.png)',
      'Expected a picture to have a text, but a.png has none. Say between the brackets what it shows, for a reader who does not see it.',
    ],
    [
      '![a lane](a.png)',
      'Expected the picture content/articles/one/a.png, but there is no such file. Correct its name, or add the file.',
    ],
    [
      '![a lane](https://example.org/a.png)',
      'Expected a picture of this site, but got "https://example.org/a.png". Put the file beside index.mdx and write "./name.png"; the site asks no other host for anything.',
    ],
  ])('refuses %s', (markdown, message) => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n## A heading of `.concat('`its` own\n\n', markdown, '\n')),
    );
    expect(found()).toEqual([`content/articles/one/index.mdx:22: ${message}`]);
  });

  it('follows good links and pictures', () => {
    write('content/articles/one/lane.png', '');
    const links = [
      '#heading',
      '#think',
      '#think:3',
      '#source-pep',
      '../one/#heading',
      '../../peps/492/',
      'https://python.org',
    ];
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n## Heading\n\n${links.map((to) => `[x](${to})`).join(' ')} ![A lane](./lane.png)\n`),
    );
    expect(found()).toEqual([]);
  });

  it('names a source that nothing cites, and one that occurs twice', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) =>
        text.replace(
          /( {2}- \{ id: )pep(.*\n)/,
          (line, from: string, to: string) => `${line}${line}${from}unused${to}`,
        ),
      ),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:14: Expected each source once, but "pep" occurs twice. Merge the two.',
      'content/articles/one/index.mdx:15: Expected every source to be cited, but nothing cites "unused". Add <Cite id="unused" /> after what it supports, or take the source out.',
    ]);
  });

  it('names a folder and a file whose names are no addresses', () => {
    write(
      'content/articles/PEP 567/index.mdx',
      article((text) => text.replace('order: 10', 'order: 20').replace('<Demo name="think" />', '')),
    );
    write('content/glossary/EventLoop.yaml', term.replace('term: task', 'term: loop'));
    expect(found()).toEqual([
      'content/articles/PEP 567: Expected a name of lower-case letters, digits and single hyphens, but got "PEP 567". Rename it to "pep-567"; it becomes an address.',
      'content/glossary/EventLoop.yaml: Expected a name of lower-case letters, digits and single hyphens, but got "EventLoop.yaml". Rename it to "event-loop.yaml"; it becomes an address.',
    ]);
  });

  it.each([
    [
      '<Demo id="think" />',
      'Expected <Demo> to have name="…", but it has none. Write <Demo name="…">, with quotes; /contribute/ shows it.',
    ],
    [
      '<Demo name={think} />',
      'Expected <Demo> to have name="…", but it has none. Write <Demo name="…">, with quotes; /contribute/ shows it.',
    ],
    [
      '<Demo name="think" open />',
      'Expected <Demo> to have only the attributes name, begins, lit, lowered, predict, but got open. Correct its name, or take it out.',
    ],
    [
      '<Note title="x">Text.</Note>',
      'Expected <Note> to have no attributes, but got title. Correct its name, or take it out.',
    ],
    [
      'It is <State is="sleeping" />.',
      'Expected one of the states running, ready, waiting, done, failed, cancelled, but got "sleeping". Correct the state.',
    ],
    ['<img src="./lane.svg" />', 'Expected Markdown, but got the HTML tag <img>. Write ![what it shows](./name.svg).'],
    ['<a href="x">there</a>', 'Expected Markdown, but got the HTML tag <a>. Write [text](address).'],
    [
      '<b>there</b>',
      'Expected Markdown, but got the HTML tag <b>. Write it as Markdown; if a "<" is meant, put it in backticks.',
    ],
    ['The set {a} has one.', 'Expected text, but got the expression {a}. Put braces of the text in backticks.'],
    [
      "import Demo from './Demo.astro'",
      'Expected an article without imports, but got "import Demo from \'./Demo.astro\'". Delete the line; every component is there without it.',
    ],
    [
      '<Listing file="thinks.py" />',
      'Expected a demo of this article, but there is no thinks.ts with thinks.py beside it. Did you mean "think"? Correct the name, or write the pair; there are think.',
    ],
    [
      '<Listing file="think" />',
      'Expected one half of the pair, but got file="think". Write file="think.ts" or file="think.py".',
    ],
    [
      '<Listing file="think.py" region="core" />',
      'Expected a region of think.py, but it has none named "core". Put its lines between "# region core" and "# endregion".',
    ],
    [
      '<Listing file="think.ts" mark="yield" />',
      'Expected mark to be a text of the lines shown of think.ts, but none of them has "yield". Correct the text.',
    ],
    [
      '<Version id="aclosing" />',
      'Expected a program of the table of versions, but got "aclosing". Correct the id, or add content/versions/aclosing.yaml and run npm run versions -- --write.',
    ],
  ])('refuses %s in a text', (markdown, message) => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n${markdown}\n`),
    );
    expect(found()).toEqual([`content/articles/one/index.mdx:20: ${message}`]);
  });

  it('ignores code and comments, and accepts correct text', () => {
    const text =
      '`<Cite id="x" />`\n\n```text\n<Demo name="x" />\nimport x\n```\n\n{/* a remark */}\n\nAn\nimport is <State is="done" />.\n\n<Listing file="think.ts" region="core" mark="main" />';
    write(
      'content/articles/one/think.ts',
      '// title: Think\n\n// region core\nexport function main() {}\n// endregion\n',
    );
    write(
      'content/articles/one/index.mdx',
      article((before) => `${before}\n${text}\n`),
    );
    expect(found()).toEqual([]);
  });

  it.each([
    [
      'a brace of the text',
      'A dict such as {a: 1, b: 2} is a mapping.',
      'Expected text, but got a brace that opens an expression. Put code with braces in backticks, or write "\\{" for a brace of the text.',
    ],
    [
      'an attribute that is misspelled',
      '<Demo nam="think" />',
      'Expected <Demo> to have only the attributes name, begins, lit, lowered, predict, but got nam. Did you mean "name"? Correct its name, or take it out.',
    ],
    [
      'a component that is misspelled',
      '<Dmeo name="think" />',
      'Expected one of the components Cite, Demo, Line, Listing, Note, State, Step, Term, Version, but got <Dmeo>. Did you mean "Demo"? Correct its name, or write plain Markdown.',
    ],
    [
      'a heading of level 1',
      '# Again',
      'Expected a heading of level 2, but "Again" has level 1. The title is the front matter’s; begin a section with "##".',
    ],
    [
      'a heading that skips a level',
      '### Deep',
      'Expected a heading of level 2, but "Deep" has level 3. Begin a section with "##", and a part of one with "###".',
    ],
    [
      'a heading with the address of a demo',
      '## Think',
      'Expected a heading whose address no demo has, but the demo think is at "#think". Word the heading differently, or rename both halves of the demo.',
    ],
  ])('names %s, once', (_, markdown, message) => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n${markdown}\n`),
    );
    expect(found()).toEqual([`content/articles/one/index.mdx:20: ${message}`]);
  });

  it('names the second of two equal headings, and a heading that is too deep', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n## Same\n\n### Part\n\n#### Deeper\n\n## Same\n`),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:24: Expected a heading of level 2 or 3, but "Deeper" has level 4. Begin a section with "##", and a part of one with "###".',
      'content/articles/one/index.mdx:26: Expected a heading of its own, but line 20 has "Same" too. Say what this section is about; headings are addresses and entries of the contents.',
    ]);
  });

  it('names a day that has not come', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('2026-11-21', '2999-01-01')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:9: Field "published": Expected a day that has come, but got 2999-01-01. Correct the date; for an article it is the day on which it is sent.',
    ]);
  });

  it('names a picture that is too large for a phone', () => {
    write('content/articles/one/large.png', 'x'.repeat(300_001));
    expect(found()).toEqual([
      'content/articles/one/large.png: Expected a picture of at most 300 kB, but got 301 kB. Save it smaller: fewer pixels, or WebP; a drawing as SVG.',
    ]);
  });

  it('reports nothing else about a file with merge conflict marks', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => `${text}\n<<<<<<< HEAD\n# Wrong <too\n`),
    );
    write('content/articles/one/think.py', 'def main():\n\tpass\n');
    expect(found()).toEqual([
      'content/articles/one/index.mdx:20: Expected a file that is merged, but this line begins with "<<<<<<<". Choose one of the two versions, and delete the three lines of marks.',
      'content/articles/one/think.py:2: Expected Python to be indented with spaces, but got a tab. Indent with four spaces; an editor can turn all tabs into spaces.',
    ]);
  });

  describe('the table of versions', () => {
    const row = (code: string, more = ''): string =>
      `title: A row\narea: asyncio\n${more}says: What the row of this test says.\ncode: |\n  ${code}\n`;
    const results = (version: string, error: string | null, program: string, id = 'row'): string =>
      JSON.stringify({
        version,
        runtime: version === '3.14' ? 'CPython 3.14.2 (Pyodide)' : `CPython ${version}.1`,
        results: { [id]: { printed: '', warnings: [], error, program } },
      });
    const hash = (code: string): string => hashProgram(`${code}\n`);

    it('may lack the results of Pythons that the project does not install', () => {
      write('content/versions/row.yaml', row('print(1)'));
      write('content/versions/results/3.14.json', results('3.14', null, hash('print(1)')));
      write('content/versions/results/3.9.json', results('3.9', null, hash('print(0)')));
      expect(found()).toEqual([]);
    });

    it.each([
      [
        'no result on the newest Python',
        'print(1)',
        results('3.14', null, 'a'.repeat(12), 'other'),
        [
          'content/versions/results/3.14.json: Expected results of programs of the table, but there is no content/versions/other.yaml. Run "npm run versions -- --write", or put the program back.',
          'content/versions/row.yaml:4: Expected a result of this program on Python 3.14, but there is none. Run "npm run versions -- --only row --write".',
        ],
      ],
      [
        'a result of another text',
        'print(2)',
        results('3.14', null, hash('print(1)')),
        [
          'content/versions/row.yaml:4: Expected a result of this program on Python 3.14, but the stored one is of another text. Run "npm run versions -- --only row --write".',
        ],
      ],
      [
        'a program that no Python can parse',
        'def (',
        results('3.14', 'SyntaxError: invalid syntax', hash('def (')),
        [
          'content/versions/row.yaml:4: Expected a program that some Python can parse, but each says: SyntaxError: invalid syntax. Fix its syntax, or add "refused: true" if that is what the row shows. Run "npm run versions -- --only row --write".',
        ],
      ],
      [
        'a file of results that is broken',
        'print(1)',
        '{"version": "3.14"}',
        [
          'content/versions/results/3.14.json: Expected the results of a Python, but it is not of the form that "npm run versions" writes. Take the file from the main branch; only "npm run versions -- --write" changes it.',
        ],
      ],
    ])('names %s', (_, code, stored, messages) => {
      write('content/versions/row.yaml', row(code));
      write('content/versions/results/3.14.json', stored);
      expect(found()).toEqual(messages);
    });

    it('accepts a program that every Python refuses if the row says so', () => {
      write('content/versions/row.yaml', row('def (', 'refused: true\n'));
      write('content/versions/results/3.14.json', results('3.14', 'SyntaxError: invalid syntax', hash('def (')));
      expect(found()).toEqual([]);
    });
  });

  it('names a missing source of a box in the front matter', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('source: pep }', 'source: pip }')),
    );
    expect(found()).toEqual([
      'content/articles/one/index.mdx:11: Field "changed.0.source": Expected the id of one of this article’s sources, but got "pip". Did you mean "pep"? Correct the id, or add the source to the list.',
    ]);
  });

  it('names missing things that a record refers to', () => {
    write('content/peps/492.yaml', `${pep}supersedes: [3152]\n`);
    write('content/glossary/task.yaml', `${term}see: [two]\n`);
    expect(found()).toEqual([
      'content/peps/492.yaml:10: Field "supersedes": Expected PEPs with a record, but 3152 has none. Add content/peps/3152.yaml, or take the number out.',
      'content/glossary/task.yaml:4: Field "see": Expected the slug of an article, but there is no "two". Correct the slug, give {text, url}, or add the article to content/planned.yaml.',
    ]);
  });

  it('names a folder without a text, and a text without front matter', () => {
    write('content/articles/two/notes.txt', '');
    write('content/articles/three/index.mdx', 'Text.\n');
    expect(found()).toEqual([
      'content/articles/three/index.mdx:1: Expected front matter between two lines of three hyphens, but the file does not begin with it. Copy the front matter of another article and change its values.',
      'content/articles/two: Expected the article’s text in index.mdx, but there is no such file. Add index.mdx, or delete the folder.',
    ]);
  });

  it('distinguishes faults that keep a page from being shown from others', () => {
    write(
      'content/articles/one/index.mdx',
      article((text) => text.replace('[492]', '[493]').replace('<Demo name="think" />', '[x](#nowhere)')),
    );
    const { breaking, rest } = findContentFaults(root);
    expect([breaking.length, rest.length]).toEqual([1, 2]);
    expect(breaking[0]?.message).toContain('Field "peps"');
  });

  it('names a line of a program that is too wide', () => {
    write('content/articles/one/think.py', `def main():\n    return "${'x'.repeat(120)}"\n`);
    expect(found()).toEqual([
      'content/articles/one/think.py:2: Expected lines of 92 columns at most, but got 133. Break the line, or use shorter names.',
    ]);
  });
});
