import { expect, it } from 'vitest';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import { pythonLimits } from '../../src/engine/run/limits.ts';
import { formatRun } from './format-run.ts';

const cpython = await loadCPython();
const { maxEvents, maxIterations, maxOutput } = pythonLimits;
const format = (source: string): ReturnType<typeof formatRun> =>
  formatRun(cpython.run(source, { maxEvents, maxIterations, maxOutput }), 100, (style, text) =>
    style === 'title' || style === 'bad' ? `<${style}>${text}` : text,
  );

it('shows the console with the clock, how the program ended, and its steps', () => {
  const { text, isRight } = format(
    'import time\nprint("one")\ntime.sleep(12)\nprint("two")\nraise ValueError("no row")\n',
  );
  expect(isRight).toBe(false);
  expect(text).toMatch(/^<title>CPython 3\.14\.\d+\n {1}0 s {2}one\n12 s {2}two\n\n<bad>Traceback/);
  expect(text).toContain('ValueError: no row');
  expect(text).toMatch(/\n *\d+ .*prints “two”/);
});

it('says only what it did about a program that finishes', () => {
  const { text, isRight } = format('print("done")\n');
  expect(isRight).toBe(true);
  expect(text).not.toContain('<bad>');
});
