import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describeInterpreter } from '../../src/build/versions/run-in-interpreter.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The machine's own Python, for programs that need sockets or real time; undefined if there is none of version 3.9 or later. */
const interpreter = describeInterpreter('python3');
export const machinePython = Number(interpreter?.version.split('.')[1]) >= 9 ? interpreter : undefined;

/** The fenced listings of an article, in their order: a fence that begins ` ```python ` to the next one. */
function readListings(slug: string, language: string): readonly string[] {
  const text = readFileSync(path.join(root, 'content/articles', slug, 'index.mdx'), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\b[^\\n]*\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, code = '']) => code,
  );
}

/**
 * The one fenced listing of an article that contains the given text.
 *
 * @throws {Error} if none or more than one contains it
 */
export function findListing(slug: string, language: string, part: string): string {
  const [found, another] = readListings(slug, language).filter((listing) => listing.includes(part));
  if (found === undefined || another !== undefined) {
    throw new Error(
      `Expected one ${language} listing of ${slug} to contain ${JSON.stringify(part)}, but ${found === undefined ? 'none does' : 'more than one does'}.`,
    );
  }
  return found;
}

/**
 * Runs a program in a separate process, in real time, and returns its output.
 *
 * @param command with its options, such as `['node', '-e']`; the program is its last argument
 * @throws {Error} if the program fails, or does not end within a minute
 */
export function runInProcess(command: readonly [string, ...string[]], program: string): { out: string; log: string } {
  const [file, ...options] = command;
  const { status, stdout, stderr } = spawnSync(file, [...options, program], { encoding: 'utf8', timeout: 60_000 });
  if (status !== 0) throw new Error(`Expected the program to end well, but got ${status ?? 'no answer'}:\n${stderr}`);
  return { out: stdout, log: stderr };
}
