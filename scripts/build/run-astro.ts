import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { listErrors, findPhase } from './read-log.ts';
import { astroProgram } from './astro-program.ts';

/**
 * Builds the site with Astro and prints one line for each phase. Passes on warnings and, if the build fails, everything from the
 * first error on.
 *
 * @param outDir where the site is written
 * @returns whether the build succeeded
 */
export async function runAstro(root: string, outDir: string): Promise<boolean> {
  const astro = spawn(process.execPath, [astroProgram, 'build', '--outDir', outDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const log: string[] = [];
  let phase: string | undefined;
  const read = (line: string): void => {
    log.push(line);
    const plain = stripVTControlCharacters(line);
    const next = findPhase(plain);
    if (next !== undefined && next !== phase) console.log((phase = next));
    if (plain.includes('[WARN]')) console.error(line);
  };
  for (const stream of [astro.stdout, astro.stderr]) createInterface({ input: stream }).on('line', read);
  const code = await new Promise<number>((resolve, reject) => {
    astro.on('error', reject);
    astro.on('close', (status) => {
      resolve(status ?? 1);
    });
  });
  if (code !== 0) console.error(listErrors(log).join('\n'));
  return code === 0;
}
