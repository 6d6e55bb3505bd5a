import type { Compiled } from '../../../compile/compile.ts';

/** What the compiler's worker is asked: to compile one program. */
export type CompileRequest = { readonly id: number; readonly source: string };

/** What it answers; `broken` is what the compiler stumbled over. */
export type CompileAnswer = { readonly id: number } & ({ readonly compiled: Compiled } | { readonly broken: string });

/** What it says first, when TypeScript is loaded. */
export const compilerReady = 'ready';
