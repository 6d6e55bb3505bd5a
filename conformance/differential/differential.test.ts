import { expect, it } from 'vitest';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import { readSeed } from '../read-seed.ts';
import { describeMismatch } from './describe-mismatch.ts';
import { findDifferences } from './find-differences.ts';
import { findRecordedDifferences } from './find-recorded-differences.ts';
import { fuzz } from './fuzz.ts';
import { generateProgram, programKinds } from './generate-program.ts';
import { loadCorpus } from './load-corpus.ts';

const cpython = await loadCPython();
const corpus = loadCorpus();

it('runs every program of the corpus like CPython, in every style', () => {
  expect(corpus.length).toBeGreaterThan(0);
  const programs = corpus.map(({ program }) => program);
  const told = findDifferences(programs, cpython, ['generator', 'lowered', 'async']).map((difference) => {
    const { name, why, program } = corpus[difference.program] as (typeof corpus)[number];
    return `corpus/${name}.json: ${why}\n${describeMismatch(program, difference)}`;
  });
  expect(told).toEqual([]);
}, 60_000);

// A failure names its seed, which repeats it (npm run fuzz -- --help).
const seed = readSeed();

it.each(programKinds)(
  `runs 1,000 random %s programs from seed ${seed} as CPython does`,
  (kind) => {
    const task = { kind, seed, programs: 1000, style: 'all' } as const;
    for (const { failures } of fuzz(task, cpython, true)) {
      expect(failures.map((failure) => `seed ${failure.seed}\n${failure.words}`)).toEqual([]);
    }
  },
  300_000,
);

it.each(programKinds)(
  `runs 50 random %s programs from seed ${seed} alike whether their frames and variables are recorded or not, and records what CPython does`,
  (kind) => {
    const programs = Array.from({ length: 50 }, (_, index) => generateProgram(kind, seed + index));
    const told = findRecordedDifferences(programs, cpython).map(
      ({ program, ...difference }) => `seed ${seed + program}: ${JSON.stringify(difference)}`,
    );
    expect(told).toEqual([]);
  },
  300_000,
);
