import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What a build took: seconds of wall clock, peak memory in MB, and the HTML pages it left. */
export type BuildCost = {
  readonly seconds: number;
  readonly memory: number;
  readonly pages: number;
};

/**
 * Builds the Astro site in the folder and measures the one process that does it, its threads included.
 *
 * @throws {Error} with the end of what the build printed, if it fails
 */
export function measureBuild(folder: string): BuildCost {
  const measured = path.join(folder, 'measured.txt');
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', path.join(import.meta.dirname, 'measure-exit.ts'), 'node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, DEV_PAGES: undefined, MEASURED: measured, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0)
    throw new Error(`Expected the site in ${folder} to build, but got:\n${(stdout + stderr).slice(-3000)}`);
  const pages = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return {
    seconds,
    memory: Number(readFileSync(measured, 'utf8')) / 1024,
    pages: pages.filter((file) => file.endsWith('.html')).length,
  };
}
