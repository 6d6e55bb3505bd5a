import type { Mismatch } from './find-differences.ts';
import type { Program } from './program.ts';
import { writePython } from './write-python.ts';
import { writeTypeScript } from './write-typescript.ts';

/** How many equal lines before the difference are shown. */
const context = 8;

/** Returns both programs, without their preludes, and the first difference in words. */
export function describeMismatch(program: Program, { style, before, cpython, scheduler }: Mismatch): string {
  const shown = style === 'generator' ? 'generator' : 'async';
  return [
    '── Python ──',
    writePython(program, false),
    `── TypeScript, ${style} style ──`,
    writeTypeScript(program, shown, false),
    '── what happens ──',
    ...(before.length > context ? [`(${before.length - context} lines alike)`] : []),
    ...before.slice(-context).map((line) => `both       ${line}`),
    `CPython    ${cpython}`,
    `scheduler  ${scheduler}`,
  ].join('\n');
}
