import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes files of an article, first into a folder that nothing reads, and then moves them to their names. A new article's folder
 * appears at once. In an existing folder the files appear in the given order, so the text should be last.
 *
 * @param files name to text
 */
export function writeNewFiles(root: string, slug: string, files: Readonly<Record<string, string>>): void {
  const target = path.join(root, 'content/articles', slug);
  mkdirSync(path.dirname(target), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'content/.new-'));
  const whole = path.join(folder, slug);
  try {
    mkdirSync(whole);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(whole, name), text);
    if (!existsSync(target)) renameSync(whole, target);
    else for (const name of Object.keys(files)) renameSync(path.join(whole, name), path.join(target, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
