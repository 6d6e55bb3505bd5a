import { generateContention } from './generate-contention.ts';
import { generateMixed } from './generate-mixed.ts';
import type { Program } from './program.ts';

/** The two kinds of random programs. */
export const programKinds = ['mixed', 'contention'] as const;
export type ProgramKind = (typeof programKinds)[number];

/** Returns the program for a seed. */
export function generateProgram(kind: ProgramKind, seed: number): Program {
  return kind === 'mixed' ? generateMixed(seed) : generateContention(seed);
}
