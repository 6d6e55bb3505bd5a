import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { engineNames, provideEngine } from './engines.ts';

// node scripts/test-engines.ts [options of Playwright]: the tests of e2e/engines in every engine that is here or can be installed.
const ready = engineNames.filter((name) => provideEngine(name) !== undefined);
const projects = ready.flatMap((name) => ['--project', name]);
const { status } = spawnSync(
  'npx',
  ['--no-install', 'playwright', 'test', '-c', 'e2e/engines', ...projects, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
