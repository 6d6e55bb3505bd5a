import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import { listDecisions } from './list-decisions.ts';
import type { Program } from './program.ts';
import { limits, runTypeScript } from './run-typescript.ts';
import { writePython } from './write-python.ts';

/** Where a run whose frames and variables are recorded is another one than without. */
export type RecordedDifference = {
  /** Index of the program. */
  readonly program: number;
  /** Where it was recorded. */
  readonly what: 'CPython' | 'TypeScript';
  readonly expected: string;
  readonly got: string;
};

/**
 * Runs every program with all recorded, in CPython and compiled to TypeScript, and returns the first difference of each to a run of
 * CPython of which the schedule alone is recorded: in what is printed, when which task runs, why, and how it all ends.
 */
export function findRecordedDifferences(programs: readonly Program[], cpython: CPython): readonly RecordedDifference[] {
  const sources = programs.map((program) => writePython(program));
  const bare = cpython.runAll(sources, { level: 'schedule', ...limits });
  const python = cpython.runAll(sources, { level: 'full', ...limits });
  const typescript = runTypeScript(programs, 'async', true);
  return bare.flatMap((trace, program): RecordedDifference[] => {
    const [left, right] = [python[program], typescript[program]];
    if (left === undefined || right === undefined) return [];
    const decisions = listDecisions(trace);
    const found =
      compare('CPython', decisions, listDecisions(left)) ?? compare('TypeScript', decisions, listDecisions(right));
    return found === undefined ? [] : [{ program, ...found }];
  });
}

function compare(
  what: RecordedDifference['what'],
  expected: readonly string[],
  got: readonly string[],
): Omit<RecordedDifference, 'program'> | undefined {
  const length = Math.max(expected.length, got.length);
  for (let index = 0; index < length; index += 1) {
    const [theirs, ours] = [expected[index] ?? 'nothing more', got[index] ?? 'nothing more'];
    if (ours !== theirs) return { what, expected: theirs, got: ours };
  }
  return undefined;
}
