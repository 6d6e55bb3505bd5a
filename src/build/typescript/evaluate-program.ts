import vm from 'node:vm';
import type { ProgramBody } from '../../engine/run/typescript/run-program.ts';
import { wrapProgram } from '../../engine/run/typescript/wrap-program.ts';
import { programUrl } from '../../engine/run/typescript/error-text.ts';

/** The names of the language itself: what a realm without a host has. */
const languageNames = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]);

/**
 * Makes the function that compiled code is the body of. It sees the language, `require`, `exports` and `console`, and nothing of
 * Node: names such as `process` and `setTimeout` are undefined in it. That is a guard against mistakes, not against malice.
 *
 * @throws {SyntaxError} for what TypeScript lets pass and the engine does not
 */
export function evaluateProgram(code: string): ProgramBody {
  const hidden = Object.getOwnPropertyNames(globalThis).filter(
    (name) => !languageNames.has(name) && /^[\w$]+$/.test(name),
  );
  // The program may declare a name that is hidden from it, so its own scope lies inside that of the hidden names.
  const scope = `return ${wrapProgram(code)}`;
  const make = vm.compileFunction(scope, ['globalThis', ...hidden], { filename: programUrl }) as () => ProgramBody;
  return make();
}
