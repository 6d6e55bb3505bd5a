import type { Language } from '../trace/event/events.ts';

/** Lines that Python has and TypeScript does not. The patterns are bounded, because a program may have any line. */
const pythonMarks: readonly RegExp[] = [
  /^(?:>>> )?[ \t]*(?:async[ \t]+)?def[ \t]+\w+[ \t]*\([^\n]{0,300}:[ \t]*(?:#.*)?$/m,
  /^(?:>>> )?[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+\w[\w., \t]{0,300}(?:#.*)?$/m,
  /^(?:>>> )?[ \t]*(?:if|elif|while|for|with|async for|async with|try|except|class)\b[^{}\n]{0,300}:[ \t]*(?:#.*)?$/m,
  /^>>> /m,
];

/** Lines that a TypeScript program may have as well; they count only in a text that has nothing of TypeScript. */
const likelyPythonMarks: readonly RegExp[] = [
  /^[ \t]*# /m,
  /^[ \t]*print\(|\basyncio\.\w/m,
  /^[a-z_]\w* = [^;={}\n]{1,300}$/m,
];

/** Lines that TypeScript has and Python does not. */
const typescriptMarks: readonly RegExp[] = [
  /^[ \t]*(?:export[ \t]+)?(?:default[ \t]+)?(?:async[ \t]+)?function\b[ \t]*\*?[ \t]*\w*[ \t]*\([^\n]{0,300}\{[ \t]*$/m,
  /^[ \t]*import\b[^\n]{0,300}\bfrom[ \t]*['"][^'"\n]+['"]/m,
  /^[ \t]*(?:export[ \t]+)?(?:const|let|var)[ \t]+[\w{[][^\n]{0,300}=/m,
  /^[ \t]*\}[ \t]*(?:else|catch|finally)?\b[^\n]{0,100}[{;)]?[ \t]*$/m,
  /^[^#'"\n]{0,200}=>[ \t]*[{(\w]/m,
  /\bconsole\.\w+\(/,
];

/** Where a text that is not TypeScript looks like Python: its marks, the certain ones first; none if it may only be a slip. */
export function findPythonMarks(text: string): readonly RegExpExecArray[] {
  const isOther = findMarks(typescriptMarks, text).length > 0;
  const found = [...findMarks(pythonMarks, text), ...(isOther ? [] : findMarks(likelyPythonMarks, text))];
  // One mark alone may be a slip, or a label; a def is not.
  return found.length === 1 && !/\bdef\b/.test(found[0]?.[0] ?? '') ? [] : found;
}

/** The language in which a text is certainly written; undefined if it may be either, or neither. */
export function guessLanguage(text: string): Language | undefined {
  const [python, typescript] = [findPythonMarks(text).length, findMarks(typescriptMarks, text).length];
  if (python > 0 && python > typescript) return 'python';
  return typescript > 1 && typescript > python ? 'typescript' : undefined;
}

function findMarks(marks: readonly RegExp[], text: string): readonly RegExpExecArray[] {
  return marks
    .map((mark) => mark.exec(text))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index);
}
