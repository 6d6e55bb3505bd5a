import { globalNames } from './program-globals.ts';

/**
 * Returns the expression of a `ProgramBody` with the compiled code in it. The code's first line stays the first, and the code has a
 * scope of its own, so that it may declare `Date` itself.
 */
export function wrapProgram(code: string): string {
  const names = 'require, exports, console';
  return `function (${names}, { ${globalNames.join(', ')} }) { (function (${names}) {${code}\n})(${names}); }`;
}
