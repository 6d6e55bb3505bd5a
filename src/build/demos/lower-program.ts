import { keep } from '../cache/keep.ts';
import type { DemoPair } from './find-pairs.ts';

/**
 * The JavaScript that a demo's TypeScript compiles to and that runs, without the calls that record the run.
 *
 * @throws {Error} if the program does not compile; `PairRunner` refuses such a program earlier
 */
export function lowerProgram(pair: DemoPair): Promise<string> {
  return keep('lowered', [pair.typescript.source], () => lower(pair));
}

async function lower({ id, typescript }: DemoPair): Promise<string> {
  const { compile } = await import('../../engine/compile/compile.ts');
  const compiled = compile(typescript.source, { instrument: false, format: 'module' });
  if (compiled.kind === 'compiled') return compiled.code;
  const [error] = compiled.errors;
  throw new Error(`${id}: Expected the program to compile, but line ${error?.line ?? 1} says: ${error?.message ?? ''}`);
}
