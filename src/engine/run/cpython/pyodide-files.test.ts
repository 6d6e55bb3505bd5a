import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { locatePyodideFile, pyodideSizes, pyodideVersion } from './pyodide-files.ts';

const require = createRequire(import.meta.url);

it('the version is that of the installed package', () => {
  const { version } = JSON.parse(readFileSync(require.resolve('pyodide/package.json'), 'utf8')) as { version: string };
  expect(pyodideVersion).toBe(version);
});

it.each(Object.entries(pyodideSizes))('the size of %s is that of the installed file', (name, size) => {
  expect(size).toBe(statSync(require.resolve(`pyodide/${name}`)).size);
});

it('the address of a file changes with the version', () => {
  expect(locatePyodideFile('pyodide.asm.mjs')).toBe(`pyodide/${pyodideVersion}/pyodide.asm.mjs.txt`);
});
