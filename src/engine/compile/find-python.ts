import { locateError, ownErrorCodes, type SourceError } from './source-error.ts';
import type ts from 'typescript';

/** Lines that Python has and TypeScript has not. Bounded, because a program may have any line. */
const marks: readonly RegExp[] = [
  /^(?:>>> )?[ \t]*(?:async[ \t]+)?def[ \t]+\w+[ \t]*\([^\n]{0,300}:[ \t]*(?:#.*)?$/m,
  /^(?:>>> )?[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+\w[\w., \t]{0,300}(?:#.*)?$/m,
  /^(?:>>> )?[ \t]*(?:if|elif|while|for|with|async for|async with|try|except|class)\b[^{}\n]{0,300}:[ \t]*(?:#.*)?$/m,
  /^>>> /m,
];

/** Returns one error in the place of many if a text that is no TypeScript looks like Python. */
export function findPython(file: ts.SourceFile): SourceError | undefined {
  const found = marks.map((mark) => mark.exec(file.text)).filter((match) => match !== null);
  // One alone may be a slip, or a label; a def is none.
  if (found.length === 0 || (found.length === 1 && !/\bdef\b/.test(found[0]?.[0] ?? ''))) return undefined;
  const [first] = found.sort((a, b) => a.index - b.index);
  const start = first?.index ?? 0;
  const message =
    'Expected TypeScript, but this looks like Python. Switch the language to Python, and run it there: Python runs on CPython itself.';
  return locateError(file, start, first?.[0].length ?? 0, message, ownErrorCodes.looksLikePython);
}
