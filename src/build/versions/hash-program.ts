import { createHash } from 'node:crypto';

/** Twelve hexadecimal digits that change with a program's text: they tell which text a stored result is of. */
export function hashProgram(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12);
}
