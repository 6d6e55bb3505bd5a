import { createHash } from 'node:crypto';

/** Twelve hexadecimal digits that change with a program's text. A stored result has them to say which text was run. */
export function hashProgram(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12);
}
