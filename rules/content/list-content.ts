import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The text files of `content/`, relative to the project and sorted, without generated files and without folders that are not part
 * of it yet.
 */
export function listContent(root: string): readonly string[] {
  if (!existsSync(path.join(root, 'content'))) return [];
  return readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((file) => `content/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:mdx|md|ts|py|yaml|txt)$/.test(file) && !/^content\/versions\/results\/|\/\./.test(file))
    .filter((file) => statSync(path.join(root, file)).isFile())
    .sort();
}
