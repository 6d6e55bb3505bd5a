import vm from 'node:vm';
import type { ProgramBody } from '../../engine/run/typescript/run-program.ts';
import { wrapProgram } from '../../engine/run/typescript/wrap-program.ts';
import { programUrl } from '../../engine/run/typescript/error-text.ts';

/** The global names of the language itself, as in a realm without a host. */
const languageNames = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]);

/**
 * Makes a function whose body is the compiled code. The code sees the language, `require`, `exports` and `console`, and nothing of
 * Node: names such as `process` and `setTimeout` are undefined in it. This guards against mistakes, not against malice.
 *
 * @throws {SyntaxError} for code that TypeScript accepts and the engine does not
 */
export function evaluateProgram(code: string): ProgramBody {
  const hidden = Object.getOwnPropertyNames(globalThis).filter(
    (name) => !languageNames.has(name) && /^[\w$]+$/.test(name),
  );
  // The program may declare a name that is hidden from it, so its own scope is inside the scope of the hidden names.
  const scope = `return ${wrapProgram(code)}`;
  const make = vm.compileFunction(scope, ['globalThis', ...hidden], { filename: programUrl }) as () => ProgramBody;
  return make();
}
