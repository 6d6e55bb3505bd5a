import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { digestText } from './digest-text.ts';

/**
 * Where a build keeps what it has made; set by `buildCache` for the build's own process. Each version of the code has its own
 * folder.
 */
const variable = 'YIELDPOINT_BUILD_CACHE';

/** Lets `keep` find what builds with the same code made. */
export function openKept(folder: string): void {
  mkdirSync(folder, { recursive: true });
  process.env[variable] = folder;
}

/**
 * Returns what `make` returns, or what it returned in an earlier build with the same code and the same inputs. Outside of a build
 * nothing is kept.
 *
 * @param kind the kind of result, such as `article-text`
 * @param inputs everything but code that the result depends on
 */
export async function keep(
  kind: string,
  inputs: readonly string[],
  make: () => string | Promise<string>,
): Promise<string> {
  const kept = findKept(kind, inputs);
  if (kept !== undefined) return kept;
  const made = await make();
  putKept(kind, inputs, made);
  return made;
}

/** Returns what `keep` would return, without making it. */
export function findKept(kind: string, inputs: readonly string[]): string | undefined {
  const file = locate(kind, inputs);
  if (file === undefined || !existsSync(file)) return undefined;
  // Entries that no build reads any more are removed by age.
  const now = new Date();
  utimesSync(file, now, now);
  return readFileSync(file, 'utf8');
}

/** Stores a result that was made elsewhere. */
export function putKept(kind: string, inputs: readonly string[], made: string): void {
  const file = locate(kind, inputs);
  if (file === undefined) return;
  // An interrupted build must not leave half a file under the name that is read.
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, made);
  renameSync(part, file);
}

function locate(kind: string, inputs: readonly string[]): string | undefined {
  const folder = process.env[variable];
  return folder === undefined ? undefined : path.join(folder, `${kind}-${digestText(kind, ...inputs).slice(0, 32)}`);
}
