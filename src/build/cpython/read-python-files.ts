import { readdirSync, readFileSync } from 'node:fs';
import type { PythonFiles } from '../../engine/run/cpython/install-cpython.ts';

/** Reads the Python package from beside this file. A bundler gets the same by importing `./python/yieldpoint/*.py` as text. */
export function readPythonFiles(): PythonFiles {
  const folder = new URL('../../engine/run/cpython/python/yieldpoint/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
