import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bannedPhrases, marks, terms } from '../prose/phrases.ts';
import { checkChanges } from './check-changes.ts';
import { exampleFront } from './example-front.ts';
import { formatFinding } from './finding.ts';
import { fixFindings } from './fix-findings.ts';

const root = mkdtempSync(path.join(tmpdir(), 'fix-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = 'content/articles/one/index.mdx';
const wrong = `
It is cancelled. Cancelled tasks wait for the cancelling one. A cancelation ends it.

The eventloop is an event-loop with a ready-queue. A generator based one is older.

In python and Cpython, in cPython and Typescript, in typescript, Javascript and javascript. Asyncio is of PEP-3156.

It doesn’t end “so”... And  then it ends.

The \`eventloop\` stays.`;
const right = `
It is canceled. Canceled tasks wait for the canceling one. A cancellation ends it.

The event loop is an event loop with a ready queue. A generator-based one is older.

In Python and CPython, in CPython and TypeScript, in TypeScript, JavaScript and JavaScript. asyncio is of PEP 3156.

It doesn't end "so"… And then it ends.

The \`eventloop\` stays.
`;

it('makes every certain fix, and leaves nothing for a second run', async () => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  for (const name of ['words.txt', 'peps']) {
    cpSync(path.resolve('content', name), path.join(root, 'content', name), { recursive: true });
  }
  // Line ends of another system, spaces at the end of a line, and no end of the last line, on top of the words.
  writeFileSync(
    path.join(root, file),
    `${exampleFront}${wrong}`.replaceAll('\n', '\r\n').replace('older.', 'older. \t'),
  );

  const before = await checkChanges(root);
  const fixes = new Set(before.advice.map(({ fix }) => fix));
  const certain = [...bannedPhrases, ...terms, ...marks].filter(({ replacement }) => replacement !== undefined);
  // The text above has one fault of each kind.
  expect(certain.map(({ fix }) => `${fix}.`).filter((fix) => !fixes.has(fix))).toEqual([]);
  expect(before.faults.map(formatFinding)).toEqual([]);

  expect([...fixFindings(root, before.advice).keys()]).toEqual([file]);
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(exampleFront + right);

  const after = await checkChanges(root);
  expect([...after.faults, ...after.advice].map(formatFinding)).toEqual([]);
  expect(fixFindings(root, after.advice).size).toBe(0);
});
