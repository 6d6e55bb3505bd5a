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
  // Generous, because the tests share two cores with everything else. A test that passes does not wait this long.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // Only on CI, whose hosts share their cores, while programs here are bounded by real time. A test that needed its second try is a fault of
  // the test or of the site: it is named at the end of the run, above the summary.
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
