import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { checkChanges } from '../rules/content/check-changes.ts';
import { findChanged } from '../rules/content/find-changed.ts';
import { printFindings } from '../rules/content/finding.ts';
import { astroProgram } from './build/astro-program.ts';

// The rules read every changed file before the site is built. On an unchanged clone that is none.
const root = path.resolve(import.meta.dirname, '..');
const changed = findChanged(root)?.files ?? [];
if (changed.length > 0) {
  const { faults, advice } = await checkChanges(root, changed);
  printFindings([...faults, ...advice]);
  if (faults.length > 0) {
    console.error(`${faults.length + advice.length} problems found. dist/ was not changed.`);
    process.exit(1);
  }
  if (advice.length > 0)
    console.error(`${advice.length} problems to fix before a pull request. The site is built anyway.`);
}
await import('./build.ts');

// In some environments Astro moves its server into the background, but a person who types `npm start` wants it in the foreground.
const server = spawn(process.execPath, [astroProgram, 'preview', ...process.argv.slice(2)], {
  stdio: ['inherit', 'pipe', 'inherit'],
  env: { ...process.env, ASTRO_PREVIEW_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
});
createInterface({ input: server.stdout }).on('line', (line) => {
  const [address] = /https?:\/\/\S+/.exec(stripVTControlCharacters(line)) ?? [];
  if (address !== undefined) console.log(`The site is at ${address} (Ctrl+C ends the server).`);
});
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
