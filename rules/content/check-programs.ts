import { compile } from '../../src/engine/compile/compile.ts';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';

/** Every TypeScript program compiles: no syntax error, no import but the scheduler. Types are checked by the tests. */
export function checkPrograms(pairs: readonly DemoPair[]): readonly Finding[] {
  return pairs.flatMap(({ typescript: { file, source, fileLines } }) => {
    const compiled = compile(source);
    if (compiled.kind === 'compiled') return [];
    // What follows the first error is mostly its echo.
    return compiled.errors.slice(0, 1).map(({ line, message }) => ({
      file,
      line: fileLines[line - 1] ?? line,
      message: message.startsWith('Expected')
        ? message.replace(/\.$/, '')
        : `Expected the program to compile, but got: ${message.replace(/\.$/, '')}`,
      fix: 'Mend the program.',
    }));
  });
}
