import path from 'node:path';
import process from 'node:process';
import { digestFiles } from './digest-files.ts';
import { listPaths } from './list-paths.ts';

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
    [...listSources(root, 'src'), ...files],
    [process.version, ...variables.map((name) => environment[name] ?? '')],
  );
}

/** A hash of these folders' files without their tests, with their names, and of the installed versions of these packages. */
export function digestFolders(root: string, folders: readonly string[], packages: readonly string[]): string {
  return digestFiles(root, [
    ...folders.flatMap((folder) => listSources(root, folder)),
    ...packages.map((name) => `node_modules/${name}/package.json`),
  ]);
}

function listSources(root: string, folder: string): readonly string[] {
  return listPaths(path.join(root, folder))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !/\.test(-d)?\.ts$|\/(node_modules|dist|__pycache__)\//.test(file));
}
