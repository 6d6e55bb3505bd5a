import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { engineNames, provideEngine } from './engines.ts';

// node scripts/test-engines.ts [options of Playwright]: runs the tests of e2e/engines in every engine that is installed or can be.
const ready = engineNames.filter((name) => provideEngine(name) !== undefined);
const projects = ready.flatMap((name) => ['--project', name]);
const { status } = spawnSync(
  'npx',
  ['--no-install', 'playwright', 'test', '-c', 'e2e/engines', ...projects, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
