import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findHiddenChromium } from './scripts/chromium.ts';

const executablePath = findHiddenChromium();
const port = Number(process.env['TEST_PORT'] ?? 4399);

export default defineConfig({
  testDir: 'e2e',
  // These run in every engine, by a configuration of their own.
  testIgnore: 'engines/**',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Generous, because the tests share two cores with everything else; nothing waits for these when all is well.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // On CI alone a test gets a second try: hostile programs are held by real time and dev's reload by file events, and a host that shares
  // its cores takes both away for seconds. What needs its second try is named at the end as flaky; it is to be mended, not lived with.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  use: {
    // Pages come from the host, as on a first visit; offline.spec.ts tests the service worker.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${port}/`,
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: [...chromiumArguments] },
  },
  webServer: {
    // A plain static host, as the site must work on any.
    command: `sirv dist --port ${port} --quiet`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: process.env['CI'] === undefined,
  },
});
