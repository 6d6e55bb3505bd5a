import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../rules/content/check-content.ts';
import { checkForm } from '../../rules/content/check-form.ts';
import { checkPairs } from '../../rules/content/check-pairs.ts';
import { formatFinding } from '../../rules/content/finding.ts';
import { checkProseFiles, listProseFiles } from '../../rules/prose/check-files.ts';
import { loadWords } from '../../rules/prose/load-words.ts';
import { findPairs } from '../../src/build/demos/find-pairs.ts';
import { createArticle } from './create-article.ts';
import { createDemo } from './create-demo.ts';
import { starters } from './starters.ts';
import { explainRefusal } from './scaffold-error.ts';

const project = path.resolve(import.meta.dirname, '../..');
const pep = '567';
const today = '2026-11-21';
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'scaffold-'));
  for (const file of ['peps/567.yaml', 'peps/288.yaml', 'glossary/task.yaml', 'words.txt', 'planned.yaml']) {
    mkdirSync(path.dirname(path.join(root, 'content', file)), { recursive: true });
    cpSync(path.join(project, 'content', file), path.join(root, 'content', file));
  }
  // The term names articles that are not copied.
  const term = path.join(root, 'content/glossary/task.yaml');
  writeFileSync(term, readFileSync(term, 'utf8').replace(/^see:.*\n/m, ''));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const list = (): readonly string[] =>
  readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' }).sort();

describe('a new article with two more demos', () => {
  it('passes every check', async () => {
    createArticle(root, { slug: 'pep-567-context-variables', pep, today });
    createDemo(root, 'pep-567-context-variables/another', 'async');
    createDemo(root, 'pep-567-context-variables/one-more', 'generator');
    const files = listProseFiles(root);
    const findings = [
      ...checkContent(root),
      ...files.flatMap((file) => checkForm(file, readFileSync(path.join(root, file), 'utf8'))),
      ...checkProseFiles(root, files, loadWords(project)),
      ...(await checkPairs(project, findPairs(root))),
    ];
    expect(findings.map(formatFinding)).toEqual([]);
    expect(findPairs(root).map(({ id }) => id)).toEqual(
      ['another', 'countdown', 'one-more', 'two-waits'].map((name) => `pep-567-context-variables/${name}`),
    );
  });
});

describe('createArticle', () => {
  it('asks for a prediction at both programs, and explains each run between the tags of its demo', () => {
    createArticle(root, { slug: 'a', pep, today });
    const text = readFileSync(path.join(root, 'content/articles/a/index.mdx'), 'utf8');
    const asking = [...text.matchAll(/<Demo name="([\w-]+)" predict>\n\n\S[^]*?\n\n<\/Demo>/g)].map(([, name]) => name);
    expect(asking).toEqual([starters.async.name, starters.generator.name]);
  });

  it.each([
    [
      { slug: undefined, pep },
      'Expected a slug of lower-case letters, digits and single hyphens, but got none. Type, for example: npm run new:article -- pep-567-context-variables --pep 567',
    ],
    [
      { slug: 'PEP_567', pep },
      'Expected a slug of lower-case letters, digits and single hyphens, but got "PEP_567". Type, for example: npm run new:article -- pep-567-context-variables --pep 567',
    ],
    [
      { slug: '../x', pep },
      'Expected a slug of lower-case letters, digits and single hyphens, but got "../x". Type, for example: npm run new:article -- pep-567-context-variables --pep 567',
    ],
    [
      { slug: 'a', pep: undefined },
      'Expected the number of a PEP, but got none. Type, for example: npm run new:article -- pep-567-context-variables --pep 567',
    ],
    [
      { slug: 'a', pep: '8' },
      'Expected a PEP with a record, but got "8". Add content/peps/8.yaml, or choose one of 288, 567.',
    ],
    [
      { slug: 'a', pep: '288' },
      'Expected a PEP that shipped, but PEP 288 never did. Begin with one that did, and change the front matter.',
    ],
  ])('refuses %j and writes nothing', (asked, message) => {
    const before = list();
    expect(() => createArticle(root, { ...asked, today })).toThrow(message);
    expect(list()).toEqual(before);
  });

  it('does not change an existing article', () => {
    createArticle(root, { slug: 'a', pep, today });
    const before = list();
    expect(() => createArticle(root, { slug: 'a', pep, today })).toThrow(
      'Expected a slug that is free, but content/articles/a is there. Choose another, or delete the folder.',
    );
    expect(list()).toEqual(before);
  });
});

describe('createDemo', () => {
  beforeEach(() => void createArticle(root, { slug: 'a', pep, today }));

  it.each([
    [
      undefined,
      'Expected the slug of an article of lower-case letters, digits and single hyphens, but got none. Type, for example: npm run new:demo -- event-loop/two-waits',
    ],
    [
      'a',
      'Expected a name after the slash of lower-case letters, digits and single hyphens, but got none. Type, for example: npm run new:demo -- event-loop/two-waits',
    ],
    [
      'a/Two',
      'Expected a name after the slash of lower-case letters, digits and single hyphens, but got "Two". Type, for example: npm run new:demo -- event-loop/two-waits',
    ],
    [
      'a/b/c',
      'Expected <article>/<name>, but got "a/b/c". Type, for example: npm run new:demo -- event-loop/two-waits',
    ],
    [
      'b/two',
      'Expected an article, but there is no content/articles/b/index.mdx. Type "npm run new:article" first, or correct the slug.',
    ],
    [
      'a/two-waits',
      'Expected a name that is free, but content/articles/a/two-waits.ts is there. Choose another, or delete the file.',
    ],
  ])('refuses %j and writes nothing', (id, message) => {
    const before = list();
    expect(() => createDemo(root, id, 'async')).toThrow(message);
    expect(list()).toEqual(before);
  });
});

describe('a command that was killed', () => {
  it('leaves a folder that no rule reads and that does not disturb the next command', () => {
    createArticle(root, { slug: 'a', pep, today });
    const folder = path.join(root, 'content/.new-abc/a');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'b.ts'), starters.async.typescript);
    expect(checkContent(root).map(formatFinding)).toEqual([]);
    expect(listProseFiles(root).filter((file) => file.includes('/.'))).toEqual([]);
    createDemo(root, 'a/b', 'async');
    expect(findPairs(root).map(({ id }) => id)).toContain('a/b');
    expect(list().filter((file) => file.startsWith('.') && !file.startsWith('.new-abc'))).toEqual([]);
  });
});

describe('explainRefusal', () => {
  const refused = (args: readonly string[]): unknown => {
    try {
      return parseArgs({ args: [...args], options: { pep: { type: 'string' } } });
    } catch (error) {
      return error;
    }
  };

  it.each([
    [['--pap', '1'], "Unknown option '--pap'. Type, for example: npm run x"],
    [['--pep'], "Option '--pep <value>' argument missing. Type, for example: npm run x"],
  ])('answers %j with one line that shows how to type the command', (args, message) => {
    expect(explainRefusal(refused(args), 'npm run x')).toBe(message);
  });

  it('throws faults of the project itself again', () => {
    expect(() => explainRefusal(new Error('a fault'), 'npm run x')).toThrow('a fault');
  });
});
