import { readdirSync, readFileSync } from 'node:fs';

/** The Python package as text: file name (`program.py`) to source. */
export type PythonFiles = Readonly<Record<string, string>>;

/** Reads the Python package from beside this file. (A bundler gets the same by importing `./python/yieldpoint/*.py` as text.) */
export function readPythonFiles(): PythonFiles {
  const folder = new URL('./python/yieldpoint/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
