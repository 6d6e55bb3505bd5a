import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { engineNames } from '../../scripts/engines.ts';

// The same tests in each engine; Playwright only runs them, and drives none of the browsers. `--project=webkit` runs those of one engine.
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  // As in the tests of Chromium alone.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  projects: engineNames.map((name) => ({ name, metadata: { engine: name } })),
});
