import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Returns all files in a folder and in the folders inside it, as paths from it with `/`, in order. */
export function listPaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .sort();
}
