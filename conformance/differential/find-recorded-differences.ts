import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import { compareTraces } from '../../src/engine/trace/compare/compare-traces.ts';
import { compareVariables } from '../../src/engine/trace/compare/compare-variables.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { listDecisions } from './list-decisions.ts';
import type { Program } from './program.ts';
import { limits, runTypeScript } from './run-typescript.ts';
import { writePython } from './write-python.ts';

/** Where a run whose frames and variables are recorded is another one than without, or than its twin in the other language. */
export type RecordedDifference = {
  /** Index of the program. */
  readonly program: number;
  /** Where it was recorded; for what differs between the two, what that is. */
  readonly what: 'CPython' | 'TypeScript' | 'schedule' | 'frames' | 'variables';
  readonly expected: string;
  readonly got: string;
};

/**
 * Runs every program with all recorded, in CPython and compiled to TypeScript, and returns the first difference of each to a run there of
 * which the schedule alone is recorded: in what is printed, when which task runs, why, and how it all ends. Where there is none, both
 * recorded runs are compared with each other: in that, in how control passes between frames, and in what suspended frames keep.
 */
export function findRecordedDifferences(programs: readonly Program[], cpython: CPython): readonly RecordedDifference[] {
  const sources = programs.map((program) => writePython(program));
  const bare = cpython.runAll(sources, { level: 'schedule', ...limits });
  const python = cpython.runAll(sources, { level: 'full', ...limits });
  const [bareHere, here] = [false, true].map((isRecorded) => runTypeScript(programs, 'async', isRecorded));
  return programs.flatMap((_, program): RecordedDifference[] => {
    const found =
      compare('CPython', bare[program], python[program]) ??
      compare('TypeScript', bareHere?.[program], here?.[program]) ??
      compare('schedule', python[program], here?.[program]) ??
      compareFrames(python[program], here?.[program]);
    return found === undefined ? [] : [{ program, ...found }];
  });
}

function compareFrames(
  python: Trace | undefined,
  here: Trace | undefined,
): Omit<RecordedDifference, 'program'> | undefined {
  if (python === undefined || here === undefined) return undefined;
  const moves = compareTraces(python, here, ['frames']);
  if (moves !== null) return { what: 'frames', expected: moves.left.words, got: moves.right.words };
  const variables = compareVariables(python, here);
  if (variables === null) return undefined;
  const place = `${variables.frame}, suspension ${variables.suspension}: ${variables.name}`;
  return { what: 'variables', expected: `${place} ${variables.left}`, got: `${place} ${variables.right}` };
}

function compare(
  what: RecordedDifference['what'],
  bare: Trace | undefined,
  recorded: Trace | undefined,
): Omit<RecordedDifference, 'program'> | undefined {
  const [expected, got] = [bare, recorded].map((trace) => (trace === undefined ? [] : listDecisions(trace)));
  if (expected === undefined || got === undefined) return undefined;
  const length = Math.max(expected.length, got.length);
  for (let index = 0; index < length; index += 1) {
    const [theirs, ours] = [expected[index] ?? 'nothing more', got[index] ?? 'nothing more'];
    if (ours !== theirs) return { what, expected: theirs, got: ours };
  }
  return undefined;
}
