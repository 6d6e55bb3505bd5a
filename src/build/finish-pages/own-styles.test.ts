import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepOwnStyles } from './own-styles.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (style: string, body = '<p data-astro-cid-own>one</p>'): string =>
  `<head><meta http-equiv="content-security-policy" content="style-src 'self' ${hash(style)};"></head>` +
  `<style>${style}</style><body>${body}</body>`;

describe('keepOwnStyles', () => {
  it.each([
    [
      'rules of scopes that no element has',
      'p[data-astro-cid-own]{a:b}p[data-astro-cid-off]{a:b}',
      'p[data-astro-cid-own]{a:b}',
    ],
    ['a selector among others', 'b[data-astro-cid-off] i,p[data-astro-cid-own],i{a:b}', 'p[data-astro-cid-own],i{a:b}'],
    ['what is empty without them', '@layer one;@layer two{@media print{b[data-astro-cid-off]{a:b}}}', '@layer one;'],
    ['rules inside of others', '@media print{b[data-astro-cid-off]{a:b}i{a:b}}', '@media print{i{a:b}}'],
  ])('drops %s, and gives the policy the hash of what is left', (_, before, after) => {
    expect(keepOwnStyles(page(before))).toBe(page(after));
  });

  it.each([
    ['without a scope', 'p,b{a:b}:root{--a:b}'],
    [
      'in which a scope is one of several',
      'p:is(b[data-astro-cid-off],[data-astro-cid-own]):not([data-astro-cid-off]){a:b}',
    ],
    ['with signs in texts', `p[data-astro-cid-own]:before{content:"};{"}i:after{content:'\\'}'}`],
    ['that contain no rules', '@font-face{font-family:a;src:url(b)}@keyframes a{0%{a:b}to{a:c}}'],
  ])('keeps rules %s', (_, style) => {
    expect(keepOwnStyles(page(style))).toBe(page(style));
  });

  it('takes no scope in a style for one of an element', () => {
    const style = 'p[data-astro-cid-off]{a:b}';
    expect(keepOwnStyles(page(style, '<p>one</p>'))).toBe(page('', '<p>one</p>'));
  });
});
