import type ts from 'typescript';

/** A fault at a place in a program: a syntax error, a type error or a forbidden import. */
export type SourceError = {
  /** One text; if TypeScript explains in several steps, each step is a line. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Length of the faulty text in UTF-16 units. */
  readonly length: number;
  /** TypeScript's number of the error; for our own errors, one of `ownErrorCodes`. */
  readonly code: number;
};

/** Numbers of the errors that TypeScript does not have. */
export const ownErrorCodes = {
  forbiddenImport: 90001,
  topLevelAwait: 90002,
  refusedByEngine: 90003,
  looksLikePython: 90004,
  foreignText: 90005,
} as const;

/** TypeScript's codes for `await`, `for await` and `await using` outside every function. */
export const topLevelAwait: ReadonlySet<number> = new Set([1309, 1375, 1378, 1431, 1432, 2853, 2854]);

/** Returns an error at `length` characters from offset `start` of the file. */
export function locateError(
  file: ts.SourceFile,
  start: number,
  length: number,
  message: string,
  code: number,
): SourceError {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { message, line: line + 1, column: character + 1, length, code };
}

/** Returns TypeScript's diagnostics as data, in the order of the text, without duplicates of place and code. */
export function toSourceErrors(file: ts.SourceFile, diagnostics: readonly ts.Diagnostic[]): readonly SourceError[] {
  const errors = diagnostics.map((diagnostic) => toSourceError(file, diagnostic));
  const seen = new Map(errors.map((error) => [`${error.line}:${error.column}:${error.code}`, error]));
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function toSourceError(file: ts.SourceFile, { start = 0, length = 0, code, messageText }: ts.Diagnostic): SourceError {
  if (topLevelAwait.has(code)) {
    const message =
      'Expected await inside an async function, but it is outside every function. Put what waits into the function that the ' +
      'program starts with: export async function main() { await …; }';
    return locateError(file, start, length, message, ownErrorCodes.topLevelAwait);
  }
  return locateError(file, start, length, flatten(messageText), code);
}

function flatten(text: string | ts.DiagnosticMessageChain, depth = 0): string {
  if (typeof text === 'string') return text;
  const own = '  '.repeat(depth) + text.messageText;
  return [own, ...(text.next ?? []).map((next) => flatten(next, depth + 1))].join('\n');
}
