/** How many tests a step ran. A step that is not a test runner counts as one. */
export type TestCount = { readonly passed: number; readonly failed: number };

/**
 * Reads the closing lines of Vitest (`Tests  2 failed | 30 passed (32)`) and Playwright (`2 failed`, `30 passed (9.1s)`).
 *
 * A failed step counts as at least one failure, so that a crash before the first test is never a success.
 */
export function countTests(output: string, succeeded: boolean): TestCount {
  const vitest = /^\s*Tests\s+(.+?)\s*\(\d+\)/m.exec(output)?.[1];
  const closing =
    vitest ??
    output
      .split('\n')
      .slice(-40)
      .filter((line) => /^\s+\d+ (passed|failed)\b/.test(line))
      .join(' ');
  const number = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(closing)?.[1] ?? 0);
  const passed = number('passed');
  const failed = number('failed');
  if (passed + failed === 0) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}
