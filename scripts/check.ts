import path from 'node:path';
import process from 'node:process';
import { checkChanges } from '../rules/content/check-changes.ts';
import { findChanged } from '../rules/content/find-changed.ts';
import { printFindings } from '../rules/content/finding.ts';
import { fixFindings } from '../rules/content/fix-findings.ts';
import { readOptions } from './read-options.ts';
import { settleStages } from '../authoring/scaffold/stage.ts';

// `npm run check [-- --all] [-- --fix]`: the rules for content, on what has changed since main; --fix mends what is certain.

const root = path.resolve(import.meta.dirname, '..');
const { values } = readOptions(
  { options: { all: { type: 'boolean' }, fix: { type: 'boolean' } } },
  'npm run check -- --all --fix',
);
settleStages(root);
const started = performance.now();
const changed = values.all === true ? undefined : findChanged(root);

let checked = await checkChanges(root, changed?.files);
if (values.fix === true) {
  const mended = fixFindings(root, [...checked.faults, ...checked.advice]);
  for (const [file, places] of mended) console.log(`${file}: mended in ${count(places, 'place')}`);
  if (mended.size > 0) checked = await checkChanges(root, changed?.files);
}
const { files, pairs } = checked;
const findings = [...checked.faults, ...checked.advice];
printFindings(findings);
const certain = findings.filter(({ edits }) => edits !== undefined).length;
const what = `${count(files, 'file')} and ${count(pairs, 'pair')} ${changed === undefined ? '(all)' : `changed since ${changed.since}`}`;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${what}, ${findings.length === 0 ? 'nothing' : findings.length} to mend (${seconds} s)`);
if (certain > 0) console.log(`"npm run check -- --fix" mends ${certain} of them.`);
process.exit(findings.length === 0 ? 0 : 1);

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
