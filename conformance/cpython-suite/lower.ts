import { compile } from '../../src/engine/compile/compile.ts';
import { evaluateProgram } from '../../src/build/typescript/evaluate-program.ts';
import { fixedChance } from '../../src/engine/run/chance.ts';
import { createGlobals } from '../../src/engine/run/typescript/program-globals.ts';
import type { AsyncGeneratorObject, AwaitableCoroutine } from '../../src/engine/scheduler/index.ts';
import * as lowering from '../../src/engine/scheduler/lowering.ts';

/**
 * An async function, or an expression that returns one, written in the async style and lowered like every program of the site.
 * Everything it uses comes in through its parameters.
 */
export function lower(source: string): (...args: unknown[]) => AwaitableCoroutine<unknown> {
  return evaluate(source) as (...args: unknown[]) => AwaitableCoroutine<unknown>;
}

/** An async generator function, likewise. */
export function lowerGenerator(source: string): (...args: unknown[]) => AsyncGeneratorObject<unknown> {
  return evaluate(source) as (...args: unknown[]) => AsyncGeneratorObject<unknown>;
}

function evaluate(source: string): unknown {
  const compiled = compile(`export const result = ${source};`, { instrument: false });
  if (compiled.kind === 'rejected') throw new Error(compiled.errors.map(({ message }) => message).join('\n'));
  const exports: { result?: unknown } = {};
  evaluateProgram(compiled.code)(
    () => lowering,
    exports,
    console,
    createGlobals(() => 0, fixedChance),
  );
  return exports.result;
}
