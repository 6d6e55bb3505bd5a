import { readdirSync, readFileSync } from 'node:fs';
import { findFault } from './check-program.ts';
import type { Program } from './program.ts';

/** A program that is run every time. */
export type CorpusEntry = {
  readonly name: string;
  /** What it guards, in one line. */
  readonly why: string;
  readonly program: Program;
};

/** The folder of the corpus: one file for each program. */
export const corpusFolder = new URL('./corpus/', import.meta.url);

/**
 * Reads the corpus.
 *
 * @throws {Error} for a file that is not an entry, with its name
 */
export function loadCorpus(): readonly CorpusEntry[] {
  return readdirSync(corpusFolder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => parseEntry(file, JSON.parse(readFileSync(new URL(file, corpusFolder), 'utf8'))));
}

function parseEntry(file: string, value: unknown): CorpusEntry {
  const { why, program } = (value ?? {}) as { why?: unknown; program?: Program };
  const fault =
    typeof why !== 'string' || why === ''
      ? 'no line of why'
      : program === undefined
        ? 'no program'
        : findFault(program);
  if (fault !== undefined) {
    throw new Error(
      `corpus/${file}: Expected { why, program }, but got one where ${fault}. Add it again with npm run fuzz.`,
    );
  }
  return { name: file.replace('.json', ''), why: why as string, program: program as Program };
}
