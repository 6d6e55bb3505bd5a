import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

/**
 * Installs Debian packages if that needs no password; otherwise it does nothing. Prints the output of apt-get only if it fails.
 *
 * @param why printed first, because the installation can take a minute: `No firefox found; installing firefox-esr …`
 */
export function installDebianPackages(names: readonly string[], why: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(why);
  spawnSync('apt-get', ['update']);
  const { status, stdout, stderr } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    encoding: 'utf8',
  });
  if (status !== 0) console.log(`apt-get failed:\n${(stdout + stderr).trim().split('\n').slice(-3).join('\n')}`);
}
