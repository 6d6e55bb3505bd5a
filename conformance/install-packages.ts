import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Installs packages that only a benchmark needs into the benchmark's own folder, unless the versions of its lock file are already
 * there. The packages are large, so `npm ci` at the root leaves them out.
 *
 * @param folder a folder with a `package.json` and a `package-lock.json`
 * @throws Error if npm cannot install them
 */
export function installPackages(folder: string): void {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const installed = path.join(folder, 'node_modules/.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const shown = path.relative(root, folder);
  console.error(`Installing ${Object.keys(dependencies).join(', ')} into ${shown}, once…`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    // On Windows npm is a batch file.
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `Expected npm to install ${shown}/package-lock.json, but it failed (see above). Is there a network? Run it by hand: npm ci --prefix ${shown}`,
    );
  writeFileSync(installed, lock);
}
