import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findPairs } from '../src/build/demos/find-pairs.ts';
import { checkContent } from '../rules/content/check-content.ts';
import { checkLinks } from '../rules/content/check-links.ts';
import { checkPrograms } from '../rules/content/check-programs.ts';
import { runAstro } from './build/run-astro.ts';
import { printFindings } from '../rules/content/finding.ts';

const root = path.resolve(import.meta.dirname, '..');
const next = path.join(root, 'dist.next');
const good = path.join(root, 'dist');

const began = performance.now();
// Built in a second folder and swapped in at the end, so that a failed build keeps the last good site.
rmSync(next, { recursive: true, force: true });
stopOn(checkContent(root));
stopOn(checkPrograms(findPairs(root)));
if (!(await runAstro(root, next))) fail('The build stopped (see above). dist/ was not changed.');
console.log('Following the links of every page…');
stopOn(checkLinks(next, process.env['SITE_BASE'] ?? '/'));
if (existsSync(good)) rmSync(good, { recursive: true });
renameSync(next, good);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`Built ${path.relative(process.cwd(), good)}/ in ${seconds} s`);

function stopOn(findings: ReturnType<typeof checkContent>): void {
  if (findings.length === 0) return;
  printFindings(findings);
  fail(`${countProblems(findings.length)} found. dist/ was not changed.`);
}

function countProblems(count: number): string {
  return count === 1 ? '1 problem' : `${count} problems`;
}

function fail(message: string): never {
  rmSync(next, { recursive: true, force: true });
  console.error(message);
  process.exit(1);
}
