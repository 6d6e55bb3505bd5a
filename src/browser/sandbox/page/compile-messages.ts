import type { Assistant } from '../../../engine/compile/assistant.ts';
import type { Compiled } from '../../../engine/compile/compile.ts';

/** The requests to the compiler's worker by name: the arguments and the answer of each. */
export type CompilerTasks = {
  /** Compiles a program. */
  compile: (source: string) => Compiled;
  /** Writes a program as it compiles, for reading. */
  lower: (source: string) => Compiled;
} & Assistant;

export type CompilerTask = keyof CompilerTasks;

export type CompilerRequest = {
  readonly id: number;
  readonly task: CompilerTask;
  readonly args: readonly unknown[];
};

/** An answer; `broken` is the error that the compiler itself threw. */
export type CompilerAnswer = { readonly id: number } & ({ readonly value: unknown } | { readonly broken: string });

/** The first message, when TypeScript is loaded. */
export const compilerReady = 'ready';
