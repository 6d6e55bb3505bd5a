import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { starters } from './programs.ts';
import { assertSlug, ScaffoldError } from './scaffold-error.ts';

export const demoExample = 'npm run new:demo -- event-loop/two-waits';

/**
 * Adds a pair to an article, and a section that shows it at the end of the article's text.
 *
 * @param id `<article>/<name>`
 * @returns the files that were written, relative to the project
 * @throws {ScaffoldError} for a bad name, an article that is not there, or files that are; nothing is written
 */
export function createDemo(root: string, id: string | undefined, kind: keyof typeof starters): readonly string[] {
  const [slug, name, more] = (id ?? '').split('/');
  if (more !== undefined)
    throw new ScaffoldError(`Expected <article>/<name>, but got "${id ?? ''}". Type, for example: ${demoExample}`);
  assertSlug('the slug of an article', slug, demoExample);
  assertSlug('a name behind the slash', name, demoExample);
  const folder = `content/articles/${slug}`;
  const article = `${folder}/index.mdx`;
  if (!existsSync(path.join(root, article))) {
    throw new ScaffoldError(
      `Expected an article, but there is no ${article}. Type "npm run new:article" first, or correct the slug.`,
    );
  }
  const { typescript, python, heading, text } = starters[kind];
  const before = readFileSync(path.join(root, article), 'utf8').trimEnd();
  const files = [
    [`${folder}/${name}.ts`, typescript],
    [`${folder}/${name}.py`, python],
    [article, `${before}\n\n## ${heading}\n\n<Demo name="${name}" />\n\n${text}\n`],
  ] as const;
  for (const [file] of files.slice(0, 2)) {
    if (existsSync(path.join(root, file))) {
      throw new ScaffoldError(
        `Expected a name that is free, but ${file} is there. Choose another, or delete the file.`,
      );
    }
  }
  // Each is written beside its place first; what can fail has happened before the first of them is moved.
  const beside = (file: string): string => path.join(root, `${file}.new`);
  try {
    for (const [file, written] of files) writeFileSync(beside(file), written);
    for (const [file] of files) renameSync(beside(file), path.join(root, file));
  } finally {
    for (const [file] of files) rmSync(beside(file), { force: true });
  }
  return files.map(([file]) => file);
}
