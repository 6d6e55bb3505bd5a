import type { Assistant } from '../../../engine/compile/assistant.ts';
import type { Compiled } from '../../../engine/compile/compile.ts';

/** What the compiler's worker is asked, by name: the arguments and the answer of each. */
export type CompilerTasks = {
  /** To compile a program. */
  compile: (source: string) => Compiled;
  /** To write a program as it is compiled, for reading. */
  lower: (source: string) => Compiled;
} & Assistant;

export type CompilerTask = keyof CompilerTasks;

export type CompilerRequest = {
  readonly id: number;
  readonly task: CompilerTask;
  readonly args: readonly unknown[];
};

/** What it answers; `broken` is what the compiler stumbled over. */
export type CompilerAnswer = { readonly id: number } & ({ readonly value: unknown } | { readonly broken: string });

/** What it says first, when TypeScript is loaded. */
export const compilerReady = 'ready';
