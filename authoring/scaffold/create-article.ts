import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadContent } from '../../rules/content/load-content.ts';
import type { PepData } from '../../src/build/schemas/pep.ts';
import { starters } from './starters.ts';
import { assertSlug, ScaffoldError } from './scaffold-error.ts';
import { writeNewFiles } from './write-new-files.ts';

export const articleExample = 'npm run new:article -- pep-567-context-variables --pep 567';

/**
 * Makes an article that passes every check: front matter from the PEP's record, a true text, and two demos.
 *
 * @param today the day it is published, as 2001-12-21
 * @returns the folder, relative to the project
 * @throws {ScaffoldError} for a bad slug, a PEP without a record or that never shipped, or an existing article; nothing is written
 * then
 */
export function createArticle(
  root: string,
  { slug, pep, today }: { readonly slug: string | undefined; readonly pep: string | undefined; readonly today: string },
): string {
  assertSlug('a slug', slug, articleExample);
  const content = loadContent(root);
  const record = content.peps.find(({ id }) => id === pep)?.data;
  if (record === undefined) {
    const known = content.peps.map(({ id }) => id).join(', ');
    throw new ScaffoldError(
      pep === undefined
        ? `Expected the number of a PEP, but got none. Type, for example: ${articleExample}`
        : `Expected a PEP with a record, but got "${pep}". Add content/peps/${pep}.yaml, or choose one of ${known}.`,
    );
  }
  const { python } = record;
  if (python === undefined) {
    throw new ScaffoldError(
      `Expected a PEP that shipped, but PEP ${record.number} never did. Begin with one that did, and change the front matter.`,
    );
  }
  const folder = `content/articles/${slug}`;
  const target = path.join(root, folder);
  if (existsSync(target)) {
    throw new ScaffoldError(
      `Expected a slug that is free, but ${folder} is there. Choose another, or delete the folder.`,
    );
  }
  const last = content.articles.toSorted((a, b) => a.data.order - b.data.order).at(-1)?.data;
  const text = writeText({ ...record, python }, { today, part: last?.part ?? 1, order: (last?.order ?? 0) + 10 });
  const programs = Object.values(starters).flatMap(({ name, typescript, python: twin }) => [
    [`${name}.ts`, typescript],
    [`${name}.py`, twin],
  ]);
  writeNewFiles(root, slug, { 'index.mdx': text, ...(Object.fromEntries(programs) as Record<string, string>) });
  return folder;
}

type Place = { readonly today: string; readonly part: number; readonly order: number };

function writeText(
  { number, title, python, meaning, before, added }: PepData & { readonly python: string },
  { today, part, order }: Place,
): string {
  const source = `pep-${number}`;
  const changed = (added.length > 0 ? added : [meaning]).map(
    (what) => `  - what: ${quote(what)}\n    kind: behavior\n    version: '${python}'\n    source: ${source}`,
  );
  return `---
title: What PEP ${number} changed
claim: By the end you can say what PEP ${number} added to Python ${python}, and predict when each line of two small programs is printed.
question: What was missing in Python before PEP ${number}, and what came with it?
part: ${part}
order: ${order}
peps: [${number}]
published: ${today}
changed:
${changed.join('\n')}
sources:
  - id: ${source}
    text: ${quote(`PEP ${number}, ${title}`)}
    url: https://peps.python.org/pep-${String(number).padStart(4, '0')}/
    supports: what was missing, and what was added
next: Two tasks that wait at the same time are done after the longer wait. What happens to one of them when the other fails?
---

A page needs a profile and a list of orders, and each comes from a service that answers after a while. The program requests both at once.

<Demo name="${starters.async.name}" predict>

${starters.async.text} Each request is a <Term id="task">task</Term>.

</Demo>

## What was missing

${escapeMdx(before)}<Cite id="${source}" />

## What came with it

PEP ${number} ${escapeMdx(meaning.charAt(0).toLowerCase() + meaning.slice(1))}<Cite id="${source}" />

## ${starters.generator.heading}

<Demo name="${starters.generator.name}" predict>

${starters.generator.text}

</Demo>
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function escapeMdx(text: string): string {
  const parts = text.trim().split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[{}<*_]/g, String.raw`\$&`))).join('');
}
