import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkHtml } from './check-html.ts';

let dist = '';

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'dist-'));
  mkdirSync(path.join(dist, 'a'));
});

afterEach(() => rmSync(dist, { recursive: true, force: true }));

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a</title></head><body>\n${body}\n</body></html>`;

it('accepts a valid page', () => {
  writeFileSync(path.join(dist, 'a/index.html'), page('<p>a</p>'));
  expect(checkHtml(dist)).toEqual([]);
});

it('names the page, the line and the rule of invalid HTML', () => {
  writeFileSync(path.join(dist, 'a/index.html'), page('<p id="x">a</p>\n<p id="x"><span><div>b</div></span></p>'));
  expect(checkHtml(dist).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'a/index.html:3 Expected valid HTML, but got: Duplicate ID "x" (no-dup-id)',
    'a/index.html:3 Expected valid HTML, but got: <div> element is not permitted as content under <span> (element-permitted-content)',
  ]);
});
