import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { installDebianPackages } from './install-debian-packages.ts';

const debianChromium = '/usr/bin/chromium';
const debianShell = '/usr/bin/chromium-headless-shell';
const systemBrowsers = [debianChromium, '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Returns the path of an installed Chromium: `CHROMIUM_PATH`, Playwright's own download, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return [chromium.executablePath(), ...systemBrowsers].find((file) => existsSync(file));
}

/**
 * Returns the path of a Chromium, and installs one if there is none: Playwright's download first, then Debian's package.
 *
 * @throws with what to type if neither can be installed
 */
export function provideChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium found; downloading the one Playwright brings …');
  downloadChromium();
  let installed = findChromium();
  if (installed === undefined) {
    installDebianPackages(['chromium'], 'Installing Debian’s chromium …');
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

/**
 * Returns the path of the Chromium for tests without a window. That is the headless shell if it is installed: it has no browser
 * around the page, so the same pages and scripts take half the processor time. Undefined if Playwright's own download exists,
 * because that contains its own shell and starts it by default.
 */
export function findHiddenChromium(): string | undefined {
  const found = findChromium();
  if (found === chromium.executablePath()) return undefined;
  return found === debianChromium && existsSync(debianShell) ? debianShell : found;
}

/** Installs the headless shell beside Debian's Chromium, if that is possible. */
export function provideHeadlessShell(): void {
  if (findHiddenChromium() !== debianChromium) return;
  installDebianPackages(['chromium-headless-shell'], 'Installing the headless shell for the browser tests …');
}

/** Arguments for a browser that a test starts: no network activity of its own, and no sandbox only if it runs as root. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // As in every desktop Chromium, a frame of another origin has its own process. The headless shell does not do this by default.
  '--site-per-process',
];

function downloadChromium(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['playwright', 'install', 'chromium'], { encoding: 'utf8' });
  if (status !== 0) console.log(`The download failed:\n${(stdout + stderr).trim().split('\n').slice(-3).join('\n')}`);
}
