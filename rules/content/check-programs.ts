import { compile } from '../../src/engine/compile/compile.ts';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';

/** Every TypeScript program compiles: no syntax error, and no import except the scheduler. `checkPairs` checks types. */
export function checkPrograms(pairs: readonly DemoPair[]): readonly Finding[] {
  return pairs.flatMap(({ typescript: { file, source, fileLines } }) => {
    const compiled = compile(source);
    if (compiled.kind === 'compiled') return [];
    // Errors after the first are mostly consequences of it.
    return compiled.errors.slice(0, 1).map(({ line, message }) => ({
      file,
      line: fileLines[line - 1] ?? line,
      message: message.startsWith('Expected')
        ? message.replace(/\.$/, '')
        : `Expected the program to compile, but got: ${message.replace(/\.$/, '')}`,
      fix: 'Fix the program.',
    }));
  });
}
