import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { snippetResultSchema, type SnippetResult } from '../schemas/snippet.ts';
import { snippetRunner } from './snippet-runner.ts';

/** A Python on this machine. */
export type Interpreter = {
  readonly command: string;
  /** `3.14`. */
  readonly version: string;
  /** `CPython 3.14.2`. */
  readonly runtime: string;
};

/** Asks a command which Python it is; undefined if it is none that starts. */
export function describeInterpreter(command: string): Interpreter | undefined {
  const asked =
    'import platform as p; print(p.python_implementation() + " " + p.python_version()); print(".".join(p.python_version_tuple()[:2]))';
  const { status, stdout } = spawnSync(command, ['-c', asked], { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) return undefined;
  const [runtime, version] = stdout.trim().split(/\r?\n/);
  return runtime !== undefined && version !== undefined ? { command, version, runtime } : undefined;
}

/**
 * Runs a program in a process of its own.
 *
 * @throws {Error} if the process does not end within a minute or does not tell what happened
 */
export function runInInterpreter({ command, runtime }: Interpreter, code: string): SnippetResult {
  const runner = fileURLToPath(snippetRunner);
  const { stdout, stderr, error } = spawnSync(command, [runner], { input: code, encoding: 'utf8', timeout: 60_000 });
  if (error !== undefined) throw new Error(`Expected ${runtime} to end within a minute, but: ${error.message}`);
  try {
    return snippetResultSchema.parse(JSON.parse(stdout));
  } catch {
    throw new Error(`Expected ${runtime} to tell what happened as JSON, but got ${JSON.stringify(stdout)}\n${stderr}`);
  }
}
