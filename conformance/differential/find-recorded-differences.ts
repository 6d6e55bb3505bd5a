import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import { compareTraces } from '../../src/engine/trace/compare/compare-traces.ts';
import { compareVariables } from '../../src/engine/trace/compare/compare-variables.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { listDecisions } from './list-decisions.ts';
import type { Program } from './program.ts';
import { limits, runTypeScript } from './run-typescript.ts';
import { writePython } from './write-python.ts';

/** Where a run with recorded frames and variables differs from the run without, or from its twin in the other language. */
export type RecordedDifference = {
  /** Index of the program. */
  readonly program: number;
  /** Where it was recorded; if the two languages differ, the aspect in which they do. */
  readonly what: 'CPython' | 'TypeScript' | 'schedule' | 'frames' | 'variables';
  readonly expected: string;
  readonly got: string;
};

/**
 * Runs every program with everything recorded, in CPython and compiled to TypeScript, and returns the first difference of each from
 * a run in the same language with only the schedule recorded: in output, in when and why each task runs, and in the outcome. If
 * there is none, the two recorded runs are compared with each other: in the same aspects, in how control passes between frames, and
 * in the values that suspended frames keep.
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
