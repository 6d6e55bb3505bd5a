import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepOwnHashes } from './own-hashes.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string): string =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head>` +
  '<style data-a>p{color:red}</style><script type="module">one()</script><script type="application/json">{}</script>';

describe('keepOwnHashes', () => {
  it("keeps the hashes of the page's own scripts and styles and drops the others", () => {
    const all = `default-src 'none'; script-src 'self' ${hash('other()')} ${hash('one()')}; style-src 'self' ${hash('p{color:red}')} ${hash('b{}')};`;
    const own = `default-src 'none'; script-src 'self' ${hash('one()')}; style-src 'self' ${hash('p{color:red}')};`;
    expect(keepOwnHashes(page(all))).toBe(page(own));
  });

  it('hashes the bytes of a page that was read as one character for each byte', () => {
    const script = 'show("→")';
    const html = `<meta http-equiv="content-security-policy" content="script-src ${hash(script)}"><script>${script}</script>`;
    const read = Buffer.from(html).toString('latin1');
    expect(keepOwnHashes(read)).toBe(read);
    expect(keepOwnHashes(html)).not.toBe(html);
  });

  it('does not change a page without a policy', () => {
    expect(keepOwnHashes('<script>one()</script>')).toBe('<script>one()</script>');
  });
});
