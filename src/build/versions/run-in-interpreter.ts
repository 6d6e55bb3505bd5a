import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { snippetRunSchema, type SnippetRun } from '../schemas/snippet.ts';
import { snippetRunner } from './snippet-runner.ts';

/** A Python on this machine. */
export type Interpreter = {
  /** The program itself, even if the command belongs to a version manager, which starts more slowly than Python. */
  readonly command: string;
  /** `3.14`. */
  readonly version: string;
  /** `CPython 3.14.2`. */
  readonly runtime: string;
};

/** Asks a command which Python it is; undefined if it does not start. */
export function describeInterpreter(command: string): Interpreter | undefined {
  const asked =
    'import platform as p, sys; print(p.python_implementation() + " " + p.python_version()); print(".".join(p.python_version_tuple()[:2])); print(sys.executable or "")';
  const { status, stdout } = spawnSync(command, ['-c', asked], { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) return undefined;
  const [runtime, version, executable = ''] = stdout.trim().split(/\r?\n/);
  if (runtime === undefined || version === undefined) return undefined;
  return { command: executable === '' ? command : executable, version, runtime };
}

/**
 * Runs a program in a separate process.
 *
 * @throws {Error} if the process does not end within a minute or does not report what happened
 */
async function runInInterpreter({ command, runtime }: Interpreter, code: string): Promise<SnippetRun> {
  const child = spawn(command, [fileURLToPath(snippetRunner)], { timeout: 60_000 });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject).once('close', (_, signal) => {
      resolve(signal);
    });
  });
  child.stdin.end(code);
  const [stdout, stderr, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (signal !== null) throw new Error(`Expected ${runtime} to end within a minute, but it was ended by ${signal}.`);
  try {
    return snippetRunSchema.parse(JSON.parse(stdout));
  } catch {
    throw new Error(`Expected ${runtime} to tell what happened as JSON, but got ${JSON.stringify(stdout)}\n${stderr}`);
  }
}

/**
 * Runs programs, a few at a time, and returns the results in the same order.
 *
 * @param onDone called after each program with how many are done
 */
export async function runAllInInterpreter(
  interpreter: Interpreter,
  programs: readonly string[],
  atOnce: number,
  onDone: (done: number) => void,
): Promise<SnippetRun[]> {
  const results: SnippetRun[] = [];
  const waiting = [...programs.entries()].values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, code] of waiting) {
      results[index] = await runInInterpreter(interpreter, code);
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
