import path from 'node:path';

/**
 * Where builds, tests and dev keep what is expensive to make. A fresh install removes it.
 *
 * @param root the project's folder
 */
export function locateCache(root: string): string {
  return path.join(root, 'node_modules/.cache/yieldpoint');
}
