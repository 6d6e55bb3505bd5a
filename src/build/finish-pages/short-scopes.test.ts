import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shortenScopes } from './short-scopes.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (style: string, body: string): string =>
  `<head><meta http-equiv="content-security-policy" content="style-src 'self' ${hash(style)};"></head>` +
  `<style>${style}</style><body>${body}</body>`;

describe('shortenScopes', () => {
  it('gives each scope of a page a short name in styles and markup, and puts the hash of the new style into the policy', () => {
    const long = page(
      'p[data-astro-cid-sp55la6t]{color:red}b[data-astro-cid-umjfoxih]{color:blue}',
      '<p data-astro-cid-sp55la6t>one</p><demo-stage data-astro-cid-umjfoxih="true"></demo-stage>',
    );
    const short = page(
      'p[data-c0]{color:red}b[data-c1]{color:blue}',
      '<p data-c0>one</p><demo-stage data-c1></demo-stage>',
    );
    expect(shortenScopes(long)).toBe(short);
  });

  it('does not change a page without scopes', () => {
    const plain = page('p{color:red}', '<p>one</p>');
    expect(shortenScopes(plain)).toBe(plain);
  });
});
