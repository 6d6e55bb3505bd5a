import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuildRunner } from '../threads/create-build-runner.ts';
import { startCPythonWorker } from '../threads/start-cpython-worker.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import type { Demo, RunPair } from './demo.ts';
import { describeProgramError } from './describe-program-error.ts';
import type { DemoPair } from './find-pairs.ts';

/** Runs pairs one after another: the TypeScript in one thread, the Python in another. */
export type PairRunner = {
  /** Starts both threads now. Without this call each starts with its first program. */
  warmUp(): Promise<void>;
  /**
   * @throws {DemoError} if the TypeScript half does not compile, or does not end
   */
  run(pair: DemoPair): Promise<Demo>;
  /** Runs only the TypeScript half. It throws the same errors as `run`. */
  runTypeScript(pair: DemoPair): Promise<RunPair>;
  /** Ends both threads. */
  close(): Promise<void>;
};

/**
 * @param root the project's folder
 * @param pythonMs how long a Python half may run, in milliseconds; a run that takes longer is `stopped`
 */
export function createPairRunner(root: string, pythonMs = 60_000): PairRunner {
  // The content layer bundles this module, so the threads' files are named from the project's folder.
  const locate = (file: string): URL => pathToFileURL(path.join(root, 'src/build/threads', file));
  const typescript = createBuildRunner({ worker: locate('build-worker.ts') });
  const cpython = startCPythonWorker({ deadlineMs: pythonMs, worker: locate('cpython-worker.ts') });

  const runTypeScript = async (pair: DemoPair): Promise<RunPair> => {
    const { file, source } = pair.typescript;
    const trace = await typescript.run({ file, source }).catch((error: unknown) => {
      throw describeProgramError(pair.typescript, error);
    });
    return { ...pair, trace };
  };

  return {
    async warmUp() {
      await Promise.all([
        typescript.run({ file: 'warm-up.ts', source: 'export function main() {}' }),
        cpython.run('pass'),
      ]);
    },
    async run(pair) {
      const half = await runTypeScript(pair);
      return { ...half, cpython: parseTrace(await cpython.run(pair.python.source)) };
    },
    runTypeScript,
    async close() {
      await Promise.all([typescript.close(), cpython.close()]);
    },
  };
}
