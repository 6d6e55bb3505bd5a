import { expect, it } from 'vitest';
import { countTests } from './count-tests.ts';

it('reads Vitest’s closing line', () => {
  expect(countTests(' Test Files  1 failed | 3 passed (4)\n      Tests  2 failed | 30 passed (32)\n', false)).toEqual({
    passed: 30,
    failed: 2,
  });
});

it('reads Playwright’s closing lines', () => {
  expect(countTests('  1 failed\n    [chromium] › a.spec.ts\n  30 passed (9.1s)\n', false)).toEqual({
    passed: 30,
    failed: 1,
  });
});

it('counts a step that runs no tests as one', () => {
  expect(countTests('All matched files use Prettier code style!', true)).toEqual({ passed: 1, failed: 0 });
});

it('counts a crash as a failure', () => {
  expect(countTests('      Tests  30 passed (30)\nSegmentation fault', false)).toEqual({ passed: 30, failed: 1 });
});
