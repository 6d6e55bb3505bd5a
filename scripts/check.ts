import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { checkChanges } from '../rules/content/check-changes.ts';
import { type CodeCheck, listCodeChecks } from '../rules/code/list-code-checks.ts';
import { findChanged } from '../rules/content/find-changed.ts';
import { printFindings } from '../rules/content/finding.ts';
import { fixFindings } from '../rules/content/fix-findings.ts';
import { execute } from './execute.ts';
import { readOptions } from './read-options.ts';

// `npm run check [-- --all] [-- --fix]`: checks what has changed since main by the rules for content, and by format, lint rules,
// types and unit tests for code. --fix makes certain corrections, --all reads all content.

const root = path.resolve(import.meta.dirname, '..');
const { values } = readOptions(
  { options: { all: { type: 'boolean' }, fix: { type: 'boolean' } } },
  'npm run check -- --all --fix',
);
const started = performance.now();
const changed = values.all === true ? undefined : findChanged(root);

let checked = await checkChanges(root, changed?.files);
if (values.fix === true) {
  const fixed = fixFindings(root, [...checked.faults, ...checked.advice]);
  for (const [file, places] of fixed) console.log(`${file}: fixed in ${count(places, 'place')}`);
  if (fixed.size > 0) checked = await checkChanges(root, changed?.files);
}
const { files, pairs } = checked;
const findings = [...checked.faults, ...checked.advice];
printFindings(findings);
const failed = await checkCode(listCodeChecks(changed?.files ?? []));

const certain = findings.filter(({ edits }) => edits !== undefined).length;
const what = `${count(files, 'file')} of content and ${count(pairs, 'pair')} ${changed === undefined ? '(all)' : `changed since ${changed.since}`}`;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const where = failed.length > 0 ? ' in content' : '';
console.log(`${what}, ${findings.length === 0 ? 'nothing' : findings.length} to fix${where} (${seconds} s)`);
if (certain > 0) console.log(`"npm run check -- --fix" fixes ${certain} of them.`);
if (failed.length > 0) console.log(`Failed on the code that has changed: ${failed.join(', ')}.`);
if (failed.includes('format')) console.log('"npm run format" corrects the form of all files.');
process.exit(findings.length + failed.length === 0 ? 0 : 1);

/** Runs the checks two at a time and prints the output of those that fail. Returns their names. */
async function checkCode(checks: readonly CodeCheck[]): Promise<readonly string[]> {
  // On a fresh clone the types of the content have not been generated yet, and every page that reads content would fail.
  if (checks.some(({ name }) => name === 'types') && !existsSync(path.join(root, '.astro/types.d.ts')))
    await execute(['astro', 'sync']);
  const waiting = [...checks];
  const names: string[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output } = await execute(check.command);
      if (code === 0) continue;
      names.push(check.name);
      console.log(`\n── ${check.name} ──\n${output.trim()}\n`);
    }
  };
  await Promise.all([work(), work()]);
  return names;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
