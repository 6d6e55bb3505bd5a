import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { drawingMutations } from './drawing-mutations.ts';

const root = path.join(import.meta.dirname, '../..');

it('every rule of the drawing that is broken on purpose is still written as its mutation expects', () => {
  const gone = drawingMutations.filter(
    ({ file, from }) => readFileSync(path.join(root, 'src/engine', file), 'utf8').split(from).length !== 2,
  );
  // Where code was changed, change "from" and "to" with it: npm run mutations -- drawing
  expect(gone.map(({ rule, file, from }) => ({ rule, file, from }))).toEqual([]);
  expect(new Set(drawingMutations.map(({ rule }) => rule)).size).toBe(drawingMutations.length);
});

it('every test that may notice a mutation of the drawing is there, and needs neither CPython nor a browser', () => {
  for (const start of new Set(drawingMutations.flatMap(({ tests }) => tests))) {
    const folder = path.join(root, path.dirname(`${start}x`));
    expect(existsSync(folder), start).toBe(true);
    const tests = readdirSync(folder).filter(
      (name) => name.endsWith('.test.ts') && `${folder}/${name}`.includes(start),
    );
    expect(tests.length, start).toBeGreaterThan(0);
    for (const name of tests)
      expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/loadCPython|playwright/);
  }
});
