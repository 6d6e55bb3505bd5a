import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The environment variables that pages depend on. */
const variables = ['SITE_URL', 'SITE_BASE', 'SERVICE_WORKER', 'REPOSITORY_URL'] as const;
const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * A hash of everything except content that a build depends on: every file of `src` that is not a test, the configuration, the
 * versions of all packages and of Node, and the variables that set the site's address.
 *
 * @param root the project's folder
 */
export function digestCode(root: string, environment: NodeJS.ProcessEnv = process.env): string {
  return digestFiles(
    root,
    [...listFiles(root, 'src'), ...files],
    [process.version, ...variables.map((name) => environment[name] ?? '')],
  );
}

/** A hash of these folders' files without their tests, with their names, and of the installed versions of these packages. */
export function digestFolders(root: string, folders: readonly string[], packages: readonly string[]): string {
  return digestFiles(
    root,
    [
      ...folders.flatMap((folder) => listFiles(root, folder)),
      ...packages.map((name) => `node_modules/${name}/package.json`),
    ],
    [],
  );
}

function listFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .filter((file) => !/\.test(-d)?\.ts$|\/(node_modules|dist|__pycache__)\//.test(file))
    .sort();
}

function digestFiles(root: string, list: readonly string[], texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  for (const file of list)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
