import { compile } from '../compile/compile.ts';
import type { DemoPair } from './find-pairs.ts';

/**
 * The JavaScript that a demo's TypeScript is compiled to and that runs, without the calls that record the run.
 *
 * @throws {Error} if the program does not compile, which `PairRunner` has excluded
 */
export function lowerProgram({ id, typescript }: DemoPair): string {
  const compiled = compile(typescript.source, { instrument: false, format: 'module' });
  if (compiled.kind === 'compiled') return compiled.code;
  const [error] = compiled.errors;
  throw new Error(`${id}: Expected the program to compile, but line ${error?.line ?? 1} says: ${error?.message ?? ''}`);
}
