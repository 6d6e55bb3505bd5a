import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const headers = readFileSync(path.join(root, 'public/_headers'), 'utf8');
const hosting = readFileSync(path.join(root, 'docs/hosting.md'), 'utf8');

/** The locations of the nginx example in docs/hosting.md that are patterns, each with its body. */
const locations = [...hosting.matchAll(/^ {2}location ~ (\S+) \{(.*\}$|[\s\S]*?^ {2}\})/gm)].map(
  ([, pattern = '', body = '']) => ({ pattern: new RegExp(pattern), body }),
);

/** The headers that nginx sends for an address: those of the first location that matches it. */
const bodyFor = (address: string): string => locations.find(({ pattern }) => pattern.test(address))?.body ?? '';

it('keeps the same pages out of frames of other sites with nginx as with public/_headers', () => {
  const patterns = [...headers.matchAll(/^(\/\S*)\n {2}Content-Security-Policy: frame-ancestors 'self'$/gm)];
  expect(patterns.length).toBeGreaterThan(6);
  const own = patterns.flatMap(([, pattern = '']) =>
    pattern.endsWith('/*')
      ? ['', '/', '/index.html', '/a-page/', '/a-page/index.html'].map((end) => pattern.slice(0, -2) + end)
      : [pattern],
  );
  expect(own.filter((address) => !bodyFor(address).includes("frame-ancestors 'self'"))).toEqual([]);
  const free = ['/embed/a/b/', '/sandbox.html', '/sandbox-python.html', '/peps/', '/searching/', '/_astro/a.js'];
  expect(free.filter((address) => bodyFor(address).includes('frame-ancestors'))).toEqual([]);
});

it('sends the headers of every page in each nginx location that shows pages', () => {
  const [, all = ''] = /^\/\*\n((?: {2}\S.*\n)+)/m.exec(headers) ?? [];
  const wanted = all.trim().split(/\n */);
  expect(wanted.length).toBe(3);
  const missing = wanted.flatMap((line) => {
    const [name = '', value = ''] = line.split(/: (.*)/);
    const directive = `add_header ${name} ${/[ ;]/.test(value) ? `"${value}"` : value} always;`;
    return [hosting.split('  location ')[0] ?? '', bodyFor('/playground/')].some((part) => !part.includes(directive))
      ? [directive]
      : [];
  });
  expect(missing).toEqual([]);
});
