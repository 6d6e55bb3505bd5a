import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium that is there: `CHROMIUM_PATH`, Playwright's own download, the system's. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return [chromium.executablePath(), ...systemBrowsers].find((file) => existsSync(file));
}

/**
 * The path of a Chromium, installed if there is none: Playwright's download first, then Debian's package.
 *
 * @throws with what to type where neither can be had
 */
export function provideChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium found; downloading the one Playwright brings …');
  run('npx', ['playwright', 'install', 'chromium']);
  let installed = findChromium();
  if (installed === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('The download did not succeed; installing Debian’s chromium …');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    installed = findChromium();
  }
  if (installed === undefined) {
    throw new Error(
      [
        'Expected a Chromium for the browser tests, but found none and could install none.',
        'Type one of: "npx playwright install --with-deps chromium", "sudo apt-get install chromium",',
        'or set CHROMIUM_PATH to the Chromium or Chrome you have.',
      ].join('\n'),
    );
  }
  return installed;
}

/** Arguments for a browser that a test starts: quiet on the network, and without the sandbox only where root needs that. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0)
    console.log(`${command} ${args.join(' ')} failed:\n${(stdout + stderr).trim().split('\n').slice(-3).join('\n')}`);
}
