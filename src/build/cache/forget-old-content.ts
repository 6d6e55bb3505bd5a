import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { locateCache } from './locate-cache.ts';
import { digestFolders } from './digest-code.ts';

/** Where Astro keeps the content it has read: one file for builds, one for dev. */
const stores = ['node_modules/.astro/data-store.json', '.astro/data-store.json'];

/**
 * Lets Astro read all content anew after a change of the schemas. Astro keeps the parsed form of a file until the file itself
 * changes, so a new field with a default would be missing.
 *
 * @param root the project's folder
 */
export function forgetOldContent(root: string): void {
  const schemas = digestFolders(root, ['src/build/schemas'], []);
  const file = path.join(locateCache(root), 'schemas.txt');
  if (existsSync(file) && readFileSync(file, 'utf8') === schemas) return;
  for (const store of stores) rmSync(path.join(root, store), { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, schemas);
}
