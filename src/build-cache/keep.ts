import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { digestText } from './digest-text.ts';

/** Where a build keeps what it has made; set by `buildCache` for the build's own process. It names a folder of this code's own. */
const variable = 'YIELDPOINT_BUILD_CACHE';

/** Lets `keep` find what builds with the same code have made. */
export function openKept(folder: string): void {
  mkdirSync(folder, { recursive: true });
  process.env[variable] = folder;
}

/**
 * Returns what `make` returns, or what it returned in an earlier build with the same code and the same inputs. Outside of a build
 * nothing is kept.
 *
 * @param kind what is made, such as `article-text`
 * @param inputs everything but code that the result depends on
 */
export async function keep(
  kind: string,
  inputs: readonly string[],
  make: () => string | Promise<string>,
): Promise<string> {
  const folder = process.env[variable];
  if (folder === undefined) return make();
  const file = path.join(folder, `${kind}-${digestText(kind, ...inputs).slice(0, 32)}`);
  const kept = read(file);
  if (kept !== undefined) return kept;
  const made = await make();
  // A build that is interrupted leaves nothing half written under the name that is read.
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, made);
  renameSync(part, file);
  return made;
}

function read(file: string): string | undefined {
  try {
    const kept = readFileSync(file, 'utf8');
    const now = new Date();
    // What no build has read for long is removed by its age.
    utimesSync(file, now, now);
    return kept;
  } catch {
    return undefined;
  }
}
