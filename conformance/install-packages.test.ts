import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

test('measures Starlight on the Astro version that builds this site', () => {
  expect(versionOfAstro('conformance/bench/build/starlight')).toBe(versionOfAstro('.'));
});

function versionOfAstro(folder: string): string | undefined {
  const text = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly dependencies: Readonly<Record<string, string>> }).dependencies['astro'];
}
