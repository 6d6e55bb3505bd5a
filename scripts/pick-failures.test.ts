import { describe, expect, it } from 'vitest';
import { pickFailures, pickFlaky } from './pick-failures.ts';

describe('the repeated output of a failed step', () => {
  it('begins with the first failure that Playwright lists, not with the tests that passed', () => {
    const output = [
      '  ✓  1 e2e/home.spec.ts:5:1 › the home page opens (1.0s)',
      '  ✘  2 e2e/home.spec.ts:9:1 › the run can be stepped (2.0s)',
      '',
      '  1) e2e/home.spec.ts:9:1 › the run can be stepped ───',
      '',
      '    Error: expected 2, received 1',
      '',
      '  1 failed',
    ].join('\n');
    expect(pickFailures(output).split('\n')).toEqual([
      '  1) e2e/home.spec.ts:9:1 › the run can be stepped ───',
      '    Error: expected 2, received 1',
      '  1 failed',
    ]);
  });

  it('begins with the first failure that Vitest lists', () => {
    const output = [
      ' ✓ a.test.ts (1 test)',
      '⎯⎯⎯ Failed Tests 1 ⎯⎯⎯',
      ' FAIL  b.test.ts > adds',
      'AssertionError',
    ].join('\n');
    expect(pickFailures(output)).toBe('⎯⎯⎯ Failed Tests 1 ⎯⎯⎯\n FAIL  b.test.ts > adds\nAssertionError');
  });

  it('is the end of the output of any other step', () => {
    const output = Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n');
    expect(pickFailures(output).split('\n').at(0)).toBe('line 120');
    expect(pickFailures(output).split('\n').at(-1)).toBe('line 199');
  });
});

describe('the tests that needed a second try', () => {
  it('are those that Playwright lists as flaky', () => {
    const output = [
      '  1 failed',
      '    e2e/home.spec.ts:5:1 › the home page opens ───',
      '  2 flaky',
      '    e2e/home.spec.ts:9:1 › the run can be stepped ───',
      '    [webkit] › site.spec.ts:3:1 › Stop ends a run ───',
      '  30 passed (9.1s)',
    ].join('\n');
    expect(pickFlaky(output)).toEqual([
      'e2e/home.spec.ts:9:1 › the run can be stepped',
      '[webkit] › site.spec.ts:3:1 › Stop ends a run',
    ]);
  });

  it('are none where all passed at once', () => {
    expect(pickFlaky('  30 passed (9.1s)\n')).toEqual([]);
  });
});
