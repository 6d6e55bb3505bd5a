import { createHash } from 'node:crypto';

/** A hash of texts: of each of them and of their order. */
export function digestText(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
