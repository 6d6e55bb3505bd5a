import { createHash } from 'node:crypto';

/** A hash of several texts. Their order counts. */
export function digestText(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
