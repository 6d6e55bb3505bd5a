import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLinks } from './check-links.ts';

let dist = '';

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'dist-'));
  mkdirSync(path.join(dist, 'a'));
  writeFileSync(path.join(dist, 'icon.svg'), '');
  writeFileSync(path.join(dist, 'a/index.html'), '<h2 id="top"></h2><a href="../#start">home</a>');
});

afterEach(() => rmSync(dist, { recursive: true, force: true }));

const messages = (html: string, base = '/'): readonly string[] => {
  writeFileSync(path.join(dist, 'index.html'), html);
  return checkLinks(dist, base).map(({ file, message }) => `${file}: ${message}`);
};

it('accepts links with a target, other hosts, and links to a step of a demo', () => {
  const html =
    '<p id="start"><a href="/a/#top">a</a><a href="#think:3"></a><a href="https://peps.python.org/"></a><link href="/icon.svg">';
  expect(messages(html)).toEqual([]);
});

it('names the page of a link that leads nowhere', () => {
  expect(messages('<p id="start"><a href="/b/">b</a>')).toEqual([
    'index.html: Expected the target of "/b/" to exist, but there is no such page',
  ]);
});

it('names a missing anchor', () => {
  expect(messages('<p><a href="/a/#bottom">b</a>')).toEqual([
    'a/index.html: Expected index.html to have the anchor of "../#start", but it has none',
    'index.html: Expected a/index.html to have the anchor of "/a/#bottom", but it has none',
  ]);
});

it('requires links to stay below the base path', () => {
  expect(messages('<p id="start"><a href="/a/">a</a>', '/site/')).toEqual([
    'index.html: Expected links to stay below /site/, but got "/a/"',
  ]);
});
