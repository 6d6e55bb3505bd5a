import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function run(...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/demo.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, said: stdout + stderr };
}

it('shows a demo, says that both halves do the same, and exits', { timeout: 120_000 }, () => {
  const { status, said } = run('event-loop/three-timers');
  expect(said).toMatch(/ and CPython 3\.14\.2 do the same\.\n$/);
  expect(status).toBe(0);
});

it.each([
  [['event-loop/three-timer'], /^Expected the id of a demo, but got "event-loop\/three-timer"\. Did you mean/],
  [['event-loop/three-timers', '--wach'], /^Unknown option '--wach'\. Type, for example: npm run demo -- .*\n$/],
])('says what to type instead of %j, without a stack', { timeout: 60_000 }, (args, message) => {
  const { status, said } = run(...args);
  expect(said).toMatch(message);
  expect(said).not.toContain('    at ');
  expect(status).toBe(1);
});

it.each([
  ['leaves.py', 'import os\nprint("before")\nos._exit(3)\n', 'SystemExit: 3 (line 3)'],
  [
    'hangs.ts',
    "console.log('before');\n'x'.repeat(40).replace(/(x+x+)+y/, '');\n",
    'reached its limit of time (1 second',
  ],
])('shows what %s printed before it was ended', { timeout: 60_000 }, (name, source, ending) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'program-')), name);
  writeFileSync(file, source);
  const { status, said } = run(file);
  expect(said).toContain('0 s  before\n');
  expect(said).toContain(ending);
  expect(status).toBe(1);
});
