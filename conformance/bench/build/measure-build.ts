import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { watchMemory } from './watch-memory.ts';

/** The cost of a build. */
export type BuildCost = {
  /** Wall-clock time, in seconds. */
  readonly seconds: number;
  /** Seconds of processor time, which mean more than the clock if other work runs beside the build. */
  readonly processor: number;
  /** The peak memory of the build and all its processes, in MB. */
  readonly memory: number;
  /** HTML pages. */
  readonly pages: number;
};

/**
 * Builds the Astro site in the folder.
 *
 * @throws {Error} with the end of what the build printed, if it fails or takes longer than `limitMinutes`
 */
export async function measureBuild(folder: string, limitMinutes: number): Promise<BuildCost> {
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
  const measured = path.join(folder, 'measured.json');
  const began = performance.now();
  const build = spawn(
    process.execPath,
    ['--import', path.join(import.meta.dirname, 'measure-exit.ts'), 'node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: folder,
      env: { ...process.env, DEV_PAGES: undefined, MEASURED: measured, ASTRO_TELEMETRY_DISABLED: '1' },
      timeout: limitMinutes * 60_000,
      killSignal: 'SIGKILL',
    },
  );
  let printed = '';
  for (const stream of [build.stdout, build.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-3000);
    });
  const watching = watchMemory(build.pid ?? 0);
  const [status] = (await once(build, 'close')) as [number | null];
  const seconds = (performance.now() - began) / 1000;
  const tree = watching.stop();
  if (status === null && seconds >= limitMinutes * 60)
    throw new Error(
      `Expected the site in ${folder} to build in ${limitMinutes} minutes, but it did not. Give it more with --limit-minutes.`,
    );
  if (status !== 0) throw new Error(`Expected the site in ${folder} to build, but got:\n${printed}`);
  const own = JSON.parse(readFileSync(measured, 'utf8')) as { maxRSS: number; processor: number };
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return {
    seconds,
    processor: own.processor,
    memory: Math.max(tree, own.maxRSS / 1024),
    pages: files.filter((file) => file.endsWith('.html')).length,
  };
}
