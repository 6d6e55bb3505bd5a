import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

// The headers that a host should send with each page, from public/_headers. The server of these tests sends none of them.
const dist = path.join(import.meta.dirname, '../dist');

/** The addresses that must not appear in frames of other sites, as patterns of `_headers`. */
const framedHereAlone = [
  ...readFileSync(path.join(dist, '_headers'), 'utf8').matchAll(
    /^(\/\S*)\n(?: {2}\S.*\n)*? {2}Content-Security-Policy: frame-ancestors 'self'$/gm,
  ),
].map(([, pattern = '']) => pattern);

const isFramedHereAlone = (address: string): boolean =>
  framedHereAlone.some((pattern) =>
    pattern.endsWith('/*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern,
  );

test('every page that can run a program, and no page made for frames, is kept out of frames of other sites', () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('dev'))
    .map((file) => ({
      address: `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
      runs: /<demo-stage\b|class="bench\b/.test(readFileSync(path.join(dist, file), 'utf8')),
    }));
  const isMadeForFrames = (address: string): boolean => /^\/(?:embed\/.|sandbox(?:-python)?\.html$)/.test(address);
  const [framed, own] = [
    pages.filter(({ address }) => isMadeForFrames(address)),
    pages.filter(({ address, runs }) => runs && !isMadeForFrames(address)),
  ];
  expect([framed.length > 50, own.length > 15]).toEqual([true, true]);
  expect(own.filter(({ address }) => !isFramedHereAlone(address))).toEqual([]);
  expect(framed.filter(({ address }) => isFramedHereAlone(address))).toEqual([]);
});
