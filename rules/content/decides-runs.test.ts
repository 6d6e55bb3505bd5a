import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { decidesRuns, runFolders } from './decides-runs.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('names folders that exist', () => {
  expect(runFolders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

it('requires every pair to run after a change of the engine, and none after a change of a test or a page', () => {
  expect(decidesRuns('src/engine/scheduler/loop/task.ts')).toBe(true);
  expect(decidesRuns('src/engine/scheduler/task.test.ts')).toBe(false);
  expect(decidesRuns('src/browser/stage/demo-stage.ts')).toBe(false);
});
