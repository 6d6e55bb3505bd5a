import type { CPython } from '../../src/engine/run/cpython/install-cpython.ts';
import { describeMismatch } from './describe-mismatch.ts';
import { findDifferences, type Mismatch } from './find-differences.ts';
import { findRecordedDifferences } from './find-recorded-differences.ts';
import { generateProgram, type ProgramKind } from './generate-program.ts';
import type { Program } from './program.ts';
import { shrink } from './shrink.ts';
import type { Style } from './write-typescript.ts';

/** Programs by seed, and how they are written. */
export type FuzzTask = {
  readonly kind: ProgramKind;
  /** The first program's seed; the others follow it. */
  readonly seed: number;
  readonly programs: number;
  /**
   * `all` is every program as generators and lowered, and one batch in ten in the async style, compiled; `recorded` is the async
   * style with frames and variables, which are also compared.
   */
  readonly style: Style | 'all' | 'recorded';
};

/** A program on which the two differ. */
export type Failure = {
  readonly kind: ProgramKind;
  readonly seed: number;
  readonly style: Mismatch['style'];
  /** Shrunk, if that was requested. */
  readonly program: Program;
  /** Both programs and the first difference. */
  readonly words: string;
};

/** How many programs CPython gets at once. */
const batchSize = 25;
const batchesToCompiled = 10;

/**
 * Runs programs batch by batch; yields how many there were and which failed, each failure once, and shrunk if that is requested.
 */
export function* fuzz(
  { kind, seed, programs, style }: FuzzTask,
  cpython: CPython,
  shrinks: boolean,
): Generator<{ readonly programs: number; readonly failures: readonly Failure[] }> {
  for (let begin = 0; begin < programs; begin += batchSize) {
    const seeds = Array.from({ length: Math.min(batchSize, programs - begin) }, (_, index) => seed + begin + index);
    const made = seeds.map((each) => generateProgram(kind, each));
    const found = new Map<number, Mismatch>();
    for (const difference of find(made, cpython, style === 'recorded' ? style : stylesOf(style, begin))) {
      if (!found.has(difference.program)) found.set(difference.program, difference);
    }
    const failures = [...found].map(([index, difference]): Failure => {
      const program = made[index] as Program;
      const explained = shrinks ? explainShrunk(program, difference, cpython) : explain(program, difference);
      return { kind, seed: seed + begin + index, style: difference.style, ...explained };
    });
    yield { programs: seeds.length, failures };
  }
}

function find(
  programs: readonly Program[],
  cpython: CPython,
  styles: readonly Style[] | 'recorded',
): readonly Mismatch[] {
  if (styles !== 'recorded') return findDifferences(programs, cpython, styles);
  return findRecordedDifferences(programs, cpython).map(({ program, what, expected, got }) => {
    return { program, style: 'recorded', before: [], cpython: expected, scheduler: `${got} (${what})` };
  });
}

function stylesOf(style: Style | 'all', begin: number): readonly Style[] {
  if (style !== 'all') return [style];
  return begin % (batchSize * batchesToCompiled) === 0 ? ['generator', 'lowered', 'async'] : ['generator', 'lowered'];
}

type Explained = Pick<Failure, 'program' | 'words'>;

function explain(program: Program, difference: Mismatch): Explained {
  return { program, words: describeMismatch(program, difference) };
}

function explainShrunk(program: Program, difference: Mismatch, cpython: CPython): Explained {
  const differ = (programs: readonly Program[]): readonly Mismatch[] =>
    find(programs, cpython, difference.style === 'recorded' ? difference.style : [difference.style]).filter(
      (each) => kindOf(each) === kindOf(difference),
    );
  const simplest = shrink(program, (programs) => {
    const failing = new Set(differ(programs).map((each) => each.program));
    return programs.map((_, index) => failing.has(index));
  });
  return explain(simplest, differ([simplest])[0] ?? difference);
}

/** The kind of a difference, without numbers and texts, so that simplifying does not lead from one fault to another. */
function kindOf({ cpython, scheduler }: Mismatch): string {
  return `${cpython}\n${scheduler}`.replaceAll(/"[^"]*"|[\d.]+/g, '#');
}
