import type { Trace } from '../../src/engine/trace/event/events.ts';
import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import { holdApart } from './hold-apart.ts';
import type { Program } from './program.ts';
import { limits, runTypeScript } from './run-typescript.ts';
import { listDecisions } from './list-decisions.ts';
import { writePython } from './write-python.ts';
import type { Style } from './write-typescript.ts';

/** The first place where the scheduler does something other than CPython. */
export type Mismatch = {
  /** The index of the program. */
  readonly program: number;
  /** `recorded`: the async style, of which frames and variables are recorded. */
  readonly style: Style | 'recorded';
  /** What both do before it, as lines of words. */
  readonly before: readonly string[];
  readonly cpython: string;
  readonly scheduler: string;
};

/** Runs every program in CPython and, in each style, on the scheduler; returns the first difference of each pair that differs. */
export function findDifferences(
  programs: readonly Program[],
  cpython: CPython,
  styles: readonly Style[],
): readonly Mismatch[] {
  if (programs.length === 0) return [];
  const expected = cpython.runAll(
    programs.map((program) => writePython(program)),
    { level: 'schedule', ...limits },
  );
  return styles.flatMap((style) =>
    runTypeScript(programs, style).flatMap((trace, program) => {
      const difference = findDifference(expected[program] as Trace, trace);
      return difference ? [{ program, style, ...difference }] : [];
    }),
  );
}

/** Returns the first line in which two runs differ, or undefined. */
function findDifference(cpython: Trace, scheduler: Trace): Omit<Mismatch, 'program' | 'style'> | undefined {
  const [expected, got] = [listDecisions(holdApart(cpython).trace), listDecisions(scheduler)];
  const length = Math.max(expected.length, got.length);
  for (let index = 0; index < length; index++) {
    const [ours, theirs] = [expected[index] ?? 'nothing more', got[index] ?? 'nothing more'];
    if (ours !== theirs) return { before: expected.slice(0, index), cpython: ours, scheduler: theirs };
  }
  return undefined;
}
