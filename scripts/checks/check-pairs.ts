import { createTypeChecker } from '../../src/compile/check-types.ts';
import { compile } from '../../src/compile/compile.ts';
import type { DemoPair, Program } from '../../src/demos/find-pairs.ts';
import { createBuildRunner } from '../../src/runners/build/create-build-runner.ts';
import { loadLibraries } from '../../src/runners/build/load-libraries.ts';
import { ProgramEndless } from '../../src/runners/build/program-rejected.ts';
import { startCPythonWorker } from '../../src/runners/cpython/start-cpython-worker.ts';
import { compareTraces, describeDifference, type Side } from '../../src/trace/compare-traces.ts';
import type { ErrorText, Trace } from '../../src/trace/events.ts';
import { parseTrace } from '../../src/trace/parse-trace.ts';
import type { Finding } from './finding.ts';

/**
 * Both halves of every pair: the TypeScript has no type error, both runs end, and CPython does the same. A pair gives the findings
 * of the first of these that does not hold. Programs that do not compile are left to `checkPrograms`.
 *
 * @param root the project's folder
 * @param deadlineMs time that each half gets
 */
export async function checkPairs(
  root: string,
  pairs: readonly DemoPair[],
  deadlineMs = 10_000,
): Promise<readonly Finding[]> {
  const compiling = pairs.filter(({ typescript }) => compile(typescript.source).kind === 'compiled');
  if (compiling.length === 0) return [];
  const checker = createTypeChecker(loadLibraries(root));
  const runner = createBuildRunner({ deadlineMs });
  const cpython = startCPythonWorker({ deadlineMs });
  // Both threads start while the types are checked, and no program's time is spent on it.
  const started = Promise.allSettled([
    runner.run({ file: 'warm-up.ts', source: 'export function main() {}' }),
    cpython.run('pass'),
  ]);
  const checkPair = async (pair: DemoPair): Promise<readonly Finding[]> => {
    const { typescript, python } = pair;
    const errors = checker.check(typescript.source);
    if (errors.length > 0) {
      return errors.map(({ line, message }) => ({
        file: typescript.file,
        line: typescript.fileLines[line - 1] ?? line,
        message: `Expected no type error, but got: ${(message.split('\n')[0] ?? '').replace(/\.$/, '')}`,
        fix: 'Mend the program; the page checks types as the reader edits.',
      }));
    }
    await started;
    let ours: Trace;
    try {
      ours = parseTrace(await runner.run({ file: typescript.file, source: typescript.source }));
    } catch (error) {
      if (!(error instanceof ProgramEndless)) throw error;
      return [endless(typescript, error.limit)];
    }
    const theirs = parseTrace(await cpython.run(python.source));
    if (theirs.outcome.kind === 'stopped') return [endless(python, theirs.outcome.limit)];
    return compare(pair, ours, theirs);
  };
  try {
    const findings: Finding[] = [];
    for (const pair of compiling) findings.push(...(await checkPair(pair)));
    return findings;
  } finally {
    await Promise.all([runner.close(), cpython.close()]);
  }
}

function endless({ file }: Program, limit: string): Finding {
  return {
    file,
    message: `Expected the program to end, but it reached the limit of ${limit}`,
    fix: 'Give its loops an end.',
  };
}

function compare({ id, front, typescript, python }: DemoPair, ours: Trace, theirs: Trace): readonly Finding[] {
  const difference = compareTraces(ours, theirs);
  if (front.parityException !== undefined) {
    if (difference !== null) return [];
    return [
      {
        file: typescript.file,
        line: 1,
        message: 'Expected the two runs to differ, as "parity: none" says, but they do the same',
        fix: 'Take the line "parity" out of the front block.',
      },
    ];
  }
  if (difference === null) return [];
  // An import that is not there, a syntax error: the other half is not at fault, and what it printed says nothing.
  if (theirs.outcome.kind === 'failed' && ours.outcome.kind !== 'failed')
    return [raised(id, python, theirs.outcome.error, 'the TypeScript half does')];
  if (ours.outcome.kind === 'failed' && theirs.outcome.kind !== 'failed')
    return [raised(id, typescript, ours.outcome.error, 'CPython does')];
  const line = findLine(theirs, difference.right, python) ?? findLine(ours, difference.left, typescript);
  return [
    {
      file:
        findLine(theirs, difference.right, python) === undefined && line !== undefined ? typescript.file : python.file,
      ...(line === undefined ? {} : { line }),
      message: `Expected CPython to do the same, but it does not: ${describeDifference(difference, ours, theirs).replace(/\.$/, '')}`,
      fix: `Type "npm run demo -- ${id}" to see both; mend one half, or say "parity: none" and why in the front block.`,
    },
  ];
}

function raised(id: string, { file, fileLines }: Program, { name, message, line }: ErrorText, other: string): Finding {
  const first = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
  return {
    file,
    ...(line === undefined ? {} : { line: fileLines[line - 1] ?? line }),
    message: `Expected the program to run to its end, as ${other}, but it raised ${name}${first === '' ? '' : `: ${first}`}`,
    fix: `Mend it; "npm run demo -- ${id}" shows both runs.`,
  };
}

/** The line of the file that ran when an event happened. */
function findLine({ events }: Trace, { seq }: Side, { fileLines }: Program): number | undefined {
  if (seq === null) return undefined;
  const last = events.findLast((event) => event.seq <= seq && event.kind === 'line');
  return last?.kind === 'line' ? fileLines[last.line - 1] : undefined;
}
