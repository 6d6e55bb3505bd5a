import { locateError, ownErrorCodes, type SourceError } from './source-error.ts';
import type ts from 'typescript';
import { findPythonMarks } from '../share/guess-language.ts';

/** Returns one error instead of many if a text that is not TypeScript looks like Python. */
export function findPython(file: ts.SourceFile): SourceError | undefined {
  const [first] = findPythonMarks(file.text);
  if (first === undefined) return undefined;
  const start = first.index;
  const message =
    'Expected TypeScript, but this looks like Python. Switch the language to Python, and run it there: Python runs on CPython itself.';
  return locateError(file, start, first[0].length, message, ownErrorCodes.looksLikePython);
}
