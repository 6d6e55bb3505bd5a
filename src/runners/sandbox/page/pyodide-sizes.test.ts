import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { pyodideSizes } from './pyodide-sizes.ts';

const require = createRequire(import.meta.url);

it.each(Object.entries(pyodideSizes))('the size of %s is that of the installed file', (name, size) => {
  expect(size).toBe(statSync(require.resolve(`pyodide/${name}`)).size);
});
