import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { installPackages } from './install-packages.ts';

const debianChromium = '/usr/bin/chromium';
const debianShell = '/usr/bin/chromium-headless-shell';
const systemBrowsers = [debianChromium, '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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
  downloadChromium();
  let installed = findChromium();
  if (installed === undefined) {
    installPackages(['chromium'], 'Installing Debian’s chromium …');
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
 * The path of the Chromium for tests that never show it: the headless shell where it is there, which has no browser around the page, so that
 * the same pages and scripts take half of the processor time. Undefined where Playwright's own download is there, which brings its shell and
 * starts it unless told otherwise.
 */
export function findHiddenChromium(): string | undefined {
  const found = findChromium();
  if (found === chromium.executablePath()) return undefined;
  return found === debianChromium && existsSync(debianShell) ? debianShell : found;
}

/** Installs the headless shell beside Debian's Chromium where that can be done. */
export function provideHeadlessShell(): void {
  if (findHiddenChromium() !== debianChromium) return;
  installPackages(['chromium-headless-shell'], 'Installing the headless shell for the browser tests …');
}

/** Arguments for a browser that a test starts: quiet on the network, and without the sandbox only where root needs that. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // As in every Chromium on a computer: a frame of another origin has a process of its own. The headless shell leaves it out.
  '--site-per-process',
];

function downloadChromium(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['playwright', 'install', 'chromium'], { encoding: 'utf8' });
  if (status !== 0) console.log(`The download failed:\n${(stdout + stderr).trim().split('\n').slice(-3).join('\n')}`);
}
