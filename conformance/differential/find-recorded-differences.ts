import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { compareFrames } from './compare-frames.ts';
import { holdApart, cutAtClose } from './hold-apart.ts';
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
  const recorded = cpython.runAll(sources, { level: 'full', ...limits });
  const [bareHere, here] = [false, true].map((isRecorded) => runTypeScript(programs, 'async', isRecorded));
  return recorded.flatMap((python, program): RecordedDifference[] => {
    const [ours, oursBare, pythonBare] = [here?.[program], bareHere?.[program], bare[program]];
    if (ours === undefined || oursBare === undefined || pythonBare === undefined) return [];
    const found =
      compare('CPython', pythonBare, python) ??
      compare('TypeScript', oursBare, ours) ??
      compare('schedule', holdApart(python).trace, ours) ??
      compareFrames(cutAtClose(python), ours);
    return found === undefined ? [] : [{ program, ...found }];
  });
}

function compare(
  what: RecordedDifference['what'],
  bare: Trace,
  recorded: Trace,
): Omit<RecordedDifference, 'program'> | undefined {
  const [expected, got] = [listDecisions(bare), listDecisions(recorded)];
  const length = Math.max(expected.length, got.length);
  for (let index = 0; index < length; index += 1) {
    const [theirs, ours] = [expected[index] ?? 'nothing more', got[index] ?? 'nothing more'];
    if (ours !== theirs) return { what, expected: theirs, got: ours };
  }
  return undefined;
}
