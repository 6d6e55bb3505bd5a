import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { locateCache } from '../cache/locate-cache.ts';
import { pyodideVersion } from '../../engine/run/cpython/pyodide-files.ts';

/** The memory of a CPython that is ready to run a program. */
export type PythonSnapshot = {
  /** Changes whenever anything that the memory is made from changes. */
  readonly digest: string;
  /** Compressed with gzip, because hosts do not compress files this large. */
  readonly bytes: Buffer<ArrayBuffer>;
};

const sources = ['src/engine/run/cpython/python/yieldpoint'];
const writer = 'src/build/snapshot/write-python-snapshot.ts';
const writers = [
  writer,
  ...['fixed-hashes', 'install-cpython', 'keep-trampoline'].map((name) => `src/engine/run/cpython/${name}.ts`),
];

let making: Promise<PythonSnapshot> | undefined;

/** Makes the snapshot in about five seconds, or returns the one that an earlier build made. */
export function makePythonSnapshot(): Promise<PythonSnapshot> {
  return (making ??= make());
}

async function make(): Promise<PythonSnapshot> {
  const digest = digestSources();
  const folder = locateCache(process.cwd());
  const file = path.join(folder, `python-${digest}.gz`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // In a separate process, so that Python's memory is freed with it.
    await promisify(execFile)(process.execPath, [path.resolve(writer), file]).catch((error: unknown) => {
      throw describeFailure(error);
    });
  }
  return { digest, bytes: readFileSync(file) };
}

/**
 * Turns an error in the project's own Python into one line instead of the process's whole output. Returns every other error
 * unchanged.
 */
function describeFailure(error: unknown): unknown {
  const { stderr } = error as { readonly stderr?: string };
  const place = [...(stderr ?? '').matchAll(/File "[^"]*\/yieldpoint\/(\w+\.py)", line (\d+)/g)].at(-1);
  const reason = /^\w+(?:Error|Exception)(?:: .*)?$/m.exec(stderr?.slice(place?.index) ?? '')?.[0];
  if (place === undefined || reason === undefined) return error;
  const [, name = '', line = ''] = place;
  const file = sources.map((folder) => `${folder}/${name}`).find((each) => existsSync(path.resolve(each))) ?? name;
  const told = new Error(`${file}:${line}: Expected Python that can be imported, but got ${reason}. Fix the line.`);
  // The message says where it happened, and the stack would show only this file.
  told.stack = told.message;
  return told;
}

function digestSources(): string {
  const hash = createHash('sha256').update(pyodideVersion);
  for (const file of writers) hash.update(readFileSync(path.resolve(file)));
  for (const folder of sources) {
    const names = readdirSync(path.resolve(folder)).filter((name) => name.endsWith('.py'));
    for (const name of names.sort()) hash.update(name).update(readFileSync(path.resolve(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
