import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { createBuildRunner } from '../runners/build/create-build-runner.ts';
import { ProgramRejected } from '../runners/build/program-rejected.ts';
import type { RunPair } from './demo.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPair } from './find-pairs.ts';

/**
 * Runs the TypeScript half of each pair and gives the demos one by one.
 *
 * @param root the project's folder
 * @throws {DemoError} for the first program that does not compile
 * @throws {ProgramEndless} for the first that does not end
 */
export async function* runPairs(root: string, pairs: readonly DemoPair[]): AsyncGenerator<RunPair> {
  // The content layer bundles this module, so the thread's file is named from the project's folder.
  const worker = pathToFileURL(path.join(root, 'src/runners/build/build-worker.ts'));
  const runner = createBuildRunner({ worker });
  try {
    for (const pair of pairs) {
      const { file, source, fileLines } = pair.typescript;
      const trace = await runner.run({ file, source }).catch((error: unknown) => {
        throw error instanceof ProgramRejected ? toDemoError(error, fileLines) : error;
      });
      yield { ...pair, trace };
    }
  } finally {
    await runner.close();
  }
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
