import { globalNames } from './program-globals.ts';

/**
 * Returns the expression of a `ProgramBody` that contains the compiled code. The code keeps its first line, and has its own scope,
 * so that it may declare `Date` itself.
 */
export function wrapProgram(code: string): string {
  const names = 'require, exports, console';
  return `function (${names}, { ${globalNames.join(', ')} }) { (function (${names}) {${code}\n})(${names}); }`;
}
