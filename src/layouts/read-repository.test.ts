import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readRepository } from './read-repository.ts';

const field = 'git+https://github.com/owner/name.git';

it('is the address in package.json, unless the environment gives another one', () => {
  expect(readRepository(undefined, field)).toBe('https://github.com/owner/name');
  expect(readRepository('', field)).toBe('https://github.com/owner/name');
  expect(readRepository('https://example.org/fork/', field)).toBe('https://example.org/fork');
});

it('refuses an address that a browser cannot open', () => {
  expect(() => readRepository('git@github.com:owner/name.git', field)).toThrow(
    'Expected the address of the repository to begin with https://, but got "git@github.com:owner/name". Fix REPOSITORY_URL, or "repository" in package.json.',
  );
});

it('can be read from the package.json of the project', () => {
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    readonly repository: { readonly url: string };
  };
  expect(readRepository(undefined, manifest.repository.url)).toMatch(/^https:\/\/[^/]+\/.*[^/]$/);
});
