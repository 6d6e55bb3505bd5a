import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findPairs } from '../src/build/demos/find-pairs.ts';
import { checkContent } from '../rules/content/check-content.ts';
import { checkLinks } from '../rules/content/check-links.ts';
import { checkPrograms } from '../rules/content/check-programs.ts';
import { printFindings } from '../rules/content/finding.ts';

const root = path.resolve(import.meta.dirname, '..');
const next = path.join(root, 'dist.next');
const good = path.join(root, 'dist');

// Built beside and swapped in at the end, so that a failed build leaves the last good site as it was.
rmSync(next, { recursive: true, force: true });
stopOn(checkContent(root));
stopOn(checkPrograms(findPairs(root)));
const astro = spawnSync('astro', ['build', '--outDir', next], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
if (astro.status !== 0) fail('The build stopped; dist/ is as it was.');
stopOn(checkLinks(next, process.env['SITE_BASE'] ?? '/'));
if (existsSync(good)) rmSync(good, { recursive: true });
renameSync(next, good);
console.log(`Built ${path.relative(process.cwd(), good)}/`);

function stopOn(findings: ReturnType<typeof checkContent>): void {
  if (findings.length === 0) return;
  printFindings(findings);
  fail(`${findings.length} to mend; dist/ is as it was.`);
}

function fail(message: string): never {
  rmSync(next, { recursive: true, force: true });
  console.error(message);
  process.exit(1);
}
