import ts from 'typescript';
import { findPythonMarks, guessLanguage } from '../share/guess-language.ts';
import { locateError, ownErrorCodes, type SourceError } from './source-error.ts';

/** What is around a program where it was copied, and what to do about it. */
type Foreign = {
  readonly mark: RegExp;
  readonly found: string;
  readonly advice: string;
  /** Whether only a mark on the first line is certain, because TypeScript may have the same further down. */
  readonly isFirst?: true;
};

/** A fence is read as empty template strings if it closes, so it may be there without an error. */
const fence: Foreign = {
  mark: /^[ \t]*(?:```|~~~)/m,
  found: 'a fence of Markdown',
  advice:
    'The lines with ``` or ~~~ belong to the text that the program was copied from. Remove them, and what is outside of them.',
};

/** The Python half says the same in `hints.py`. */
const foreign: readonly Foreign[] = [
  {
    mark: /^[ \t]*Traceback \(most recent call last\):[ \t]*$/m,
    found: 'a traceback of Python',
    advice: 'Remove that part, from "Traceback (most recent call last):" to the error.',
  },
  {
    mark: /^[ \t]*(?:(?:Uncaught )?[A-Z]\w{0,50}(?:: [^\n]{0,500})?\n[ \t]+)?at [^\n]{1,300}(?::\d+:\d+\)?|\(line \d+\))[ \t]*$/m,
    found: 'an error with its stack',
    advice: 'Remove that part, from the name of the error to the last line that begins with "at".',
  },
  {
    mark: /^(?:>>>|In \[\d+\]:)(?: |$)/m,
    found: 'the prompts of a Python session',
    advice: 'Remove them, and run the rest as Python: switch the language in the page, or name the file .py.',
    isFirst: true,
  },
  {
    mark: /^> /m,
    found: 'the prompts of a console',
    advice: 'Remove them, and the lines that the console answered.',
    isFirst: true,
  },
  {
    mark: /^(?:\$ [^\n]{1,300}|(?:npm|npx|yarn|pnpm|pip|deno|bun|node) [^\n]{1,300})$/m,
    found: 'a command of a terminal',
    advice: 'Remove it: nothing can be installed here, and the program is run as it is.',
    isFirst: true,
  },
];

/** TypeScript's code for a character that it does not know. */
const invalidCharacter = 1127;

/**
 * Returns one error instead of many for a text that is not TypeScript: Python, or a program with what was around it where it was
 * copied.
 *
 * @param syntax the errors that TypeScript finds in it
 */
export function findForeignText(file: ts.SourceFile, syntax: readonly SourceError[]): SourceError | undefined {
  return (
    findPython(file, syntax.length > 0) ?? findFence(file, syntax) ?? findJsx(file, syntax) ?? findAround(file, syntax)
  );
}

/** A text without an error may be Python that TypeScript can read, such as `print("rows")`, if nothing in it is TypeScript's. */
function findPython(file: ts.SourceFile, hasErrors: boolean): SourceError | undefined {
  const [first] = hasErrors || guessLanguage(file.text) === 'python' ? findPythonMarks(file.text) : [];
  if (first === undefined) return undefined;
  const message =
    'Expected TypeScript, but this looks like Python. Run it as Python, on CPython itself: switch the language in the page, or name the ' +
    'file .py.';
  return locateError(file, first.index, first[0].length, message, ownErrorCodes.looksLikePython);
}

/** A text with errors that has none as JSX. */
function findJsx(file: ts.SourceFile, syntax: readonly SourceError[]): SourceError | undefined {
  if (syntax.length === 0) return undefined;
  const jsx = ts.createSourceFile('program.tsx', file.text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TSX);
  const { parseDiagnostics = [] } = jsx as { readonly parseDiagnostics?: readonly unknown[] };
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)
      ? node
      : ts.forEachChild(node, find);
  const first = parseDiagnostics.length === 0 ? find(jsx) : undefined;
  if (first === undefined) return undefined;
  const start = first.getStart(jsx);
  const message =
    'Expected TypeScript, but this is JSX, which stands for elements of a page. A program here has no page: console.log(…) shows values.';
  return locateError(file, start, first.end - start, message, ownErrorCodes.foreignText);
}

function findFence(file: ts.SourceFile, syntax: readonly SourceError[]): SourceError | undefined {
  const match = fence.mark.exec(file.text);
  if (match === null || isInComment(file.text, match.index)) return undefined;
  return syntax.length > 0 || isAtBegin(file.text, match.index) ? locate(file, match, fence) : undefined;
}

function findAround(file: ts.SourceFile, syntax: readonly SourceError[]): SourceError | undefined {
  const [error] = syntax;
  if (error === undefined) return undefined;
  for (const each of foreign) {
    const match = each.mark.exec(file.text);
    if (match === null || (each.isFirst === true && !isAtBegin(file.text, match.index))) continue;
    const found = locate(file, match, each);
    // If TypeScript stumbles earlier, the mark may be in a string or in a comment.
    if (error.line >= found.line) return found;
  }
  const odd = syntax.find(({ code, line, column }) => {
    const at = file.getPositionOfLineAndCharacter(line - 1, column - 1);
    return code === invalidCharacter && /[“”„‟«»‘’‚‛\u200b\u2060\ufeff]/.test(file.text.charAt(at));
  });
  const message =
    'Expected TypeScript, but the line has quotation marks or spaces of a text editor. Type them again: " or \' and a plain space.';
  return odd && { ...odd, message, code: ownErrorCodes.foreignText };
}

function locate(file: ts.SourceFile, match: RegExpExecArray, { found, advice }: Foreign): SourceError {
  const [text] = match;
  const start = match.index + text.length - text.trimStart().length;
  const length = text.trim().split('\n')[0]?.length ?? 0;
  const message = `Expected TypeScript, but the text has ${found}. ${advice}`;
  return locateError(file, start, length, message, ownErrorCodes.foreignText);
}

const isAtBegin = (text: string, at: number): boolean => text.slice(0, at).trim() === '';

const isInComment = (text: string, at: number): boolean => text.lastIndexOf('/*', at) > text.lastIndexOf('*/', at);
