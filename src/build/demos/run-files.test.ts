import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Trace } from '../../engine/trace/event/events.ts';
import { twoSleeps } from '../../engine/trace/fixtures/two-sleeps.ts';
import { locateCache } from '../cache/locate-cache.ts';
import type { StoredDemo } from './demo.ts';
import { openRunFiles, readDemo } from './run-files.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'run-files-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const program = { file: 'a', source: 'x', fileLines: [1], regions: {} };
const pair = {
  id: 'one/a',
  article: 'one',
  name: 'a',
  front: { title: 'A' },
  typescript: program,
  python: program,
};
const stored: StoredDemo = { ...pair, runs: 'abc', eventCount: 3 };

it('reads a demo with the runs that were written for it', () => {
  const files = openRunFiles(root);
  expect(files.has('abc')).toBe(false);
  files.write('abc', { trace: twoSleeps, cpython: { ...twoSleeps, language: 'python' } });
  expect(files.has('abc')).toBe(true);
  expect(readDemo(stored, root)).toEqual({ ...pair, trace: twoSleeps, cpython: { ...twoSleeps, language: 'python' } });
});

it('refuses a run that this code cannot read, and does not show it', () => {
  const older = { ...twoSleeps, version: 1 } as unknown as Trace;
  openRunFiles(root).write('abc', { trace: older, cpython: { ...twoSleeps, language: 'python' } });
  expect(() => readDemo(stored, root)).toThrow('Expected');
});

it('removes runs that no demo has any more after a day', () => {
  const files = openRunFiles(root);
  for (const name of ['used', 'unused', 'fresh']) files.write(name, { trace: twoSleeps, cpython: twoSleeps });
  const folder = path.join(locateCache(root), 'runs');
  const longAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  for (const name of ['used', 'unused']) utimesSync(path.join(folder, `${name}.json`), longAgo, longAgo);
  files.retain(new Set(['used']));
  expect(readdirSync(folder).sort()).toEqual(['fresh.json', 'used.json']);
});
