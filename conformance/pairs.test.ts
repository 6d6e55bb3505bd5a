import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTypeChecker } from '../src/engine/compile/check-types.ts';
import { createBuildRunner } from '../src/build/threads/create-build-runner.ts';
import { loadLibraries } from '../src/build/sandbox/load-libraries.ts';
import { loadCPython } from '../src/build/cpython/load-cpython.ts';
import { compareTraces, describeDifference } from '../src/engine/trace/compare/compare-traces.ts';
import { parseTrace } from '../src/engine/trace/event/parse-trace.ts';
import { findPairs } from '../src/build/demos/find-pairs.ts';

const root = path.resolve(import.meta.dirname, '..');
const pairs = findPairs(root);
const checker = createTypeChecker(loadLibraries(root));
const runner = createBuildRunner();

afterAll(() => runner.close());

describe.each(pairs)('$id', ({ typescript, python, front }) => {
  it('has no type error', () => {
    const errors = checker.check(typescript.source);
    expect(
      errors.map(({ line, message }) => `${typescript.file}:${typescript.fileLines[line - 1] ?? line}: ${message}`),
    ).toEqual([]);
  });

  const excepted = front.parityException !== undefined;
  it(
    excepted
      ? 'differs from CPython, as its front block says'
      : 'does the same in CPython: lines, times, and the order of steps',
    { timeout: 60_000 },
    async () => {
      const ours = parseTrace(await runner.run({ file: typescript.file, source: typescript.source }));
      const theirs = parseTrace((await loadCPython()).run(python.source));
      const difference = compareTraces(ours, theirs);
      if (excepted) expect(difference).not.toBeNull();
      else expect(difference && describeDifference(difference, ours, theirs)).toBeNull();
    },
  );
});
