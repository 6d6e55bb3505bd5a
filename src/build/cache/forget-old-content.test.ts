import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetOldContent } from './forget-old-content.ts';

let root: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const isKept = (): boolean => existsSync(path.join(root, 'node_modules/.astro/data-store.json'));

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'schemas-'));
  write('src/build/schemas/article.ts', 'one');
  forgetOldContent(root);
  write('node_modules/.astro/data-store.json', '[]');
});
afterEach(() => rmSync(root, { recursive: true }));

test('content that was read with the same schemas is kept', () => {
  forgetOldContent(root);
  expect(isKept()).toBe(true);
});

test('content that was read with other schemas is read anew', () => {
  write('src/build/schemas/article.ts', 'two');
  forgetOldContent(root);
  expect(isKept()).toBe(false);
});
