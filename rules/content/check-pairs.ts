import { createTypeChecker } from '../../src/engine/compile/check-types.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { DemoError } from '../../src/build/demos/demo-error.ts';
import { describeProgramError } from '../../src/build/demos/describe-program-error.ts';
import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import { findRunFault } from '../../src/build/demos/find-run-fault.ts';
import { createBuildRunner } from '../../src/build/threads/create-build-runner.ts';
import { loadLibraries } from '../../src/build/sandbox/load-libraries.ts';
import { startCPythonWorker } from '../../src/build/threads/start-cpython-worker.ts';
import { parseTrace } from '../../src/engine/trace/event/parse-trace.ts';
import { type Finding, toFinding } from './finding.ts';

/**
 * Checks both halves of every pair: the TypeScript has no type error, both runs end, and CPython does the same. A pair gets the
 * findings of the first of these that fails. Programs that do not compile are left to `checkPrograms`.
 *
 * @param root the project's folder
 * @param deadlineMs how long each half may run, in milliseconds
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
  // Both threads start while the types are checked, so that no program loses time to it.
  const started = Promise.allSettled([
    runner.run({ file: 'warm-up.ts', source: 'export function main() {}' }),
    cpython.run('pass'),
  ]);
  const checkPair = async (pair: DemoPair): Promise<readonly Finding[]> => {
    const { typescript, python } = pair;
    const errors = checker.check(typescript.source);
    if (errors.length > 0) {
      // After a failed import, other errors about the imported name are only consequences.
      const imports = errors.filter(({ message }) => message.includes('has no exported member'));
      return (imports.length > 0 ? imports : errors).map(({ line, message }) => ({
        file: typescript.file,
        line: typescript.fileLines[line - 1] ?? line,
        message: `Expected no type error, but got: ${shorten(message)}`,
        fix: 'Fix the program; the page checks types as the reader edits.',
      }));
    }
    await started;
    try {
      const ours = parseTrace(await runner.run({ file: typescript.file, source: typescript.source }));
      const fault = findRunFault(pair, ours, parseTrace(await cpython.run(python.source)));
      return fault === undefined ? [] : [toFinding(fault)];
    } catch (error) {
      const fault = describeProgramError(typescript, error);
      if (!(fault instanceof DemoError)) throw error;
      return [toFinding(fault)];
    }
  };
  try {
    const findings: Finding[] = [];
    for (const pair of compiling) findings.push(...(await checkPair(pair)));
    return findings;
  } finally {
    await Promise.all([runner.close(), cpython.close()]);
  }
}

/** The compiler's first sentence, without its advice to install types: a program of the site has only what the page provides. */
function shorten(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ Do you need to (?:install|change) .*$/, '').replace(/\.$/, '');
}
