import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { starters } from './starters.ts';
import { assertSlug, ScaffoldError } from './scaffold-error.ts';
import { writeNewFiles } from './write-new-files.ts';

export const demoExample = 'npm run new:demo -- event-loop/two-waits';

/**
 * Adds a pair to an article, and a section that shows it at the end of the article's text.
 *
 * @param id `<article>/<name>`
 * @returns the files that were written, relative to the project
 * @throws {ScaffoldError} for a bad name, a missing article, or existing files; nothing is written then
 */
export function createDemo(root: string, id: string | undefined, kind: keyof typeof starters): readonly string[] {
  const [slug, name, more] = (id ?? '').split('/');
  if (more !== undefined)
    throw new ScaffoldError(`Expected <article>/<name>, but got "${id ?? ''}". Type, for example: ${demoExample}`);
  assertSlug('the slug of an article', slug, demoExample);
  assertSlug('a name after the slash', name, demoExample);
  const folder = `content/articles/${slug}`;
  const article = `${folder}/index.mdx`;
  if (!existsSync(path.join(root, article))) {
    throw new ScaffoldError(
      `Expected an article, but there is no ${article}. Type "npm run new:article" first, or correct the slug.`,
    );
  }
  const { typescript, python, heading, text } = starters[kind];
  const before = readFileSync(path.join(root, article), 'utf8').trimEnd();
  // A heading is also an address, so a second heading of this kind contains the demo's name.
  const title = before.includes(`\n## ${heading}\n`) ? `${heading}: ${name.replaceAll('-', ' ')}` : heading;
  const files = [
    [`${folder}/${name}.ts`, typescript],
    [`${folder}/${name}.py`, python],
    [article, `${before}\n\n## ${title}\n\n<Demo name="${name}" />\n\n${text}\n`],
  ] as const;
  for (const [file] of files.slice(0, 2)) {
    if (existsSync(path.join(root, file))) {
      throw new ScaffoldError(
        `Expected a name that is free, but ${file} is there. Choose another, or delete the file.`,
      );
    }
  }
  writeNewFiles(root, slug, Object.fromEntries(files.map(([file, written]) => [path.basename(file), written])));
  return files.map(([file]) => file);
}
