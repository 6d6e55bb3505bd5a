import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DemoError } from '../../src/build/demos/demo-error.ts';
import { type DemoPair, listPairs } from '../../src/build/demos/find-pairs.ts';
import { checkProseFiles, isProseFile } from '../prose/check-files.ts';
import { loadWords } from '../prose/load-words.ts';
import { checkContent } from './check-content.ts';
import { checkCharacters } from './check-characters.ts';
import { checkForm } from './check-form.ts';
import { checkVirtualTime } from './check-virtual-time.ts';
import { explainStaleRows } from './explain-stale-rows.ts';
import { decidesRuns } from './decides-runs.ts';
import { type Finding, formatFinding } from './finding.ts';
import { listContent } from './list-content.ts';

/** What was checked, and what was found. */
export type Checked = {
  readonly files: number;
  readonly pairs: number;
  /** Faults that would be wrong on the site. */
  readonly faults: readonly Finding[];
  /** Faults that are visible on the site but have to be fixed before a merge: prose, and the format of files. */
  readonly advice: readonly Finding[];
};

/**
 * Checks all of `content/` by the rules that compare files, and the given files by the other rules: format, prose, and pairs with
 * their types, their runs and CPython's.
 *
 * @param root the project's folder
 * @param changed files relative to it; undefined: all
 */
export async function checkChanges(root: string, changed?: readonly string[]): Promise<Checked> {
  const all = listContent(root);
  const garbled = new Set(checkCharacters(root, all).map(({ file }) => file));
  const files = changed === undefined ? all : all.filter((file) => changed.includes(file));
  const readable = files.filter((file) => !garbled.has(file));
  const everyPair = changed === undefined || changed.some(decidesRuns);
  const pairs = listPairs(root)
    .filter((pair): pair is DemoPair => !(pair instanceof DemoError))
    .filter(({ typescript, python }) => !garbled.has(typescript.file) && !garbled.has(python.file))
    .filter(
      ({ typescript, python }) => everyPair || [typescript.file, python.file].some((file) => files.includes(file)),
    );
  const faults = sortFindings([
    ...(await explainStaleRows(root, checkContent(root))),
    ...(await checkRuns(root, pairs)),
  ]);
  const known = new Set(faults.map(formatFinding));
  return {
    files: files.length,
    pairs: pairs.length,
    faults,
    advice: sortFindings([
      ...readable.flatMap((file) => checkForm(file, readFileSync(path.join(root, file), 'utf8'))),
      ...checkProseFiles(root, readable.filter(isProseFile), loadWords(root)),
    ]).filter((finding) => !known.has(formatFinding(finding))),
  };
}

/** Findings of TypeScript and of the runs. Both are loaded only if there is a pair, so that a check of words stays short. */
async function checkRuns(root: string, pairs: readonly DemoPair[]): Promise<readonly Finding[]> {
  if (pairs.length === 0) return [];
  const { checkPrograms } = await import('./check-programs.ts');
  const { checkPairs } = await import('./check-pairs.ts');
  const outside = checkVirtualTime(pairs);
  const isOwn = ({ typescript, python }: DemoPair): boolean =>
    outside.every(({ file }) => file !== typescript.file && file !== python.file);
  return [...outside, ...checkPrograms(pairs), ...(await checkPairs(root, pairs.filter(isOwn)))];
}

/** Returns each finding once, in the order of files and lines. */
function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...unique.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}
