import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuildRunner } from '../runners/build/create-build-runner.ts';
import { ProgramRejected } from '../runners/build/program-rejected.ts';
import { startCPythonWorker } from '../runners/cpython/start-cpython-worker.ts';
import { parseTrace } from '../trace/parse-trace.ts';
import type { Demo, RunPair } from './demo.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPair } from './find-pairs.ts';

/** Runs pairs one after another: the TypeScript in one thread, the Python in another. */
export type PairRunner = {
  /** Starts both threads now; otherwise each starts with the first program it is given. */
  warmUp(): Promise<void>;
  /**
   * @throws {DemoError} if the TypeScript half does not compile
   * @throws {ProgramEndless} if it does not end
   */
  run(pair: DemoPair): Promise<Demo>;
  /** The TypeScript half alone, with the errors of `run`. */
  runTypeScript(pair: DemoPair): Promise<RunPair>;
  /** Ends both threads. */
  close(): Promise<void>;
};

/**
 * @param root the project's folder
 * @param pythonMs time that a Python half gets, in milliseconds; a run that has not ended by then is `stopped`
 */
export function createPairRunner(root: string, pythonMs = 60_000): PairRunner {
  // The content layer bundles this module, so the threads' files are named from the project's folder.
  const locate = (file: string): URL => pathToFileURL(path.join(root, 'src/runners', file));
  const typescript = createBuildRunner({ worker: locate('build/build-worker.ts') });
  const cpython = startCPythonWorker({ deadlineMs: pythonMs, worker: locate('cpython/cpython-worker.ts') });

  const runTypeScript = async (pair: DemoPair): Promise<RunPair> => {
    const { file, source, fileLines } = pair.typescript;
    const trace = await typescript.run({ file, source }).catch((error: unknown) => {
      throw error instanceof ProgramRejected ? toDemoError(error, fileLines) : error;
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

function toDemoError({ file, errors }: ProgramRejected, fileLines: readonly number[]): Error {
  const [first] = errors;
  if (first === undefined)
    return new Error(`Expected an error of ${file} to say what is wrong, but it lists none. Report this.`);
  const { line, message } = first;
  return new DemoError(
    file,
    fileLines[line - 1] ?? line,
    `Expected the program to compile, but got: ${message.replace(/\.$/, '')}`,
    'Mend the program; the line is the file’s.',
  );
}
