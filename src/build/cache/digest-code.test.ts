import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestCode, digestFolders } from './digest-code.ts';

let root: string;

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'digest-code-'));
  write('src/pages/index.astro', 'page');
  write('src/styles/tokens.css', 'color');
  write('src/engine/run/cpython/program.py', 'pass');
  write('src/pages/index.test.ts', 'test');
  for (const file of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) write(file, '{}');
  write('node_modules/typescript/package.json', '6');
  write('content/articles/one/index.mdx', 'words');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the digest of the code', () => {
  it.each([
    'src/pages/index.astro',
    'src/styles/tokens.css',
    'src/engine/run/cpython/program.py',
    'src/new/file.ts',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])('changes with %s', (file) => {
    const before = digestCode(root, {});
    write(file, 'changed');
    expect(digestCode(root, {})).not.toBe(before);
  });

  it.each(['SITE_URL', 'SITE_BASE', 'SERVICE_WORKER', 'REPOSITORY_URL'])(
    'changes with %s in the environment',
    (name) => {
      expect(digestCode(root, { [name]: 'x' })).not.toBe(digestCode(root, {}));
    },
  );

  it('changes when a file is renamed', () => {
    const before = digestCode(root, {});
    rmSync(path.join(root, 'src/styles/tokens.css'));
    write('src/styles/colors.css', 'color');
    expect(digestCode(root, {})).not.toBe(before);
  });

  it('does not change when only tests and content do', () => {
    const before = digestCode(root, {});
    write('src/pages/index.test.ts', 'another test');
    write('content/articles/one/index.mdx', 'other words');
    expect(digestCode(root, {})).toBe(before);
  });
});

describe('the digest of some folders', () => {
  const digest = (): string => digestFolders(root, ['src/engine/run'], ['typescript']);

  it.each(['src/engine/run/cpython/program.py', 'node_modules/typescript/package.json'])('changes with %s', (file) => {
    const before = digest();
    write(file, 'changed');
    expect(digest()).not.toBe(before);
  });

  it('does not change when other folders do', () => {
    const before = digest();
    write('src/pages/index.astro', 'changed');
    expect(digest()).toBe(before);
  });
});
