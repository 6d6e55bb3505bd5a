import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findChanged } from './find-changed.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'changed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
const git = (...args: readonly string[]): void => {
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
};
const commit = (...files: readonly string[]): void => {
  for (const file of files) writeFileSync(path.join(root, file), Math.random().toString());
  git('add', '-A');
  git('commit', '-m', 'x');
};

it('returns nothing if there is no repository', () => {
  expect(findChanged(root)).toBeUndefined();
});

it('names files that a branch has changed, changes in the work tree, and new files, but not deleted ones', () => {
  git('init', '-b', 'main');
  commit('old.txt', 'gone.txt', 'staged.txt');
  git('checkout', '-b', 'mine');
  commit('ours.txt', 'gone.txt');
  git('checkout', 'main');
  commit('theirs.txt');
  git('checkout', 'mine');
  rmSync(path.join(root, 'gone.txt'));
  writeFileSync(path.join(root, 'staged.txt'), 'changed');
  git('add', 'staged.txt');
  writeFileSync(path.join(root, 'übung.txt'), 'new');
  expect(findChanged(root)).toEqual({
    since: 'the branch main',
    files: ['ours.txt', 'staged.txt', 'übung.txt'],
  });
});

it('compares with the last commit if there is no main branch', () => {
  git('init', '-b', 'mine');
  commit('a.txt');
  writeFileSync(path.join(root, 'a.txt'), 'changed');
  expect(findChanged(root)).toEqual({ since: 'the last commit', files: ['a.txt'] });
});
