import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellSteps } from './tell-steps.ts';

const folder = path.resolve(import.meta.dirname, '../../content/articles/trampolines');

/** The Python half of a demo. */
const read = (name: string): string => readFileSync(path.join(folder, `${name}.py`), 'utf8');

/** The program with one part replaced, which must be in it exactly once. */
function replace(program: string, part: string, by: string): string {
  expect(program.split(part)).toHaveLength(2);
  return program.replace(part, by);
}

describe('trampolines', () => {
  it('the steps that the text names are as it says', () => {
    expect(tellSteps('trampolines/outside')(2)).toContain('report yields <generator> to the program');
    expect(tellSteps('trampolines/round-robin')(7)).toContain('asks importRows for its next value');
    expect(tellSteps('trampolines/sleepers')(15)).toContain("asks upload('video', 2) for its next value");
    const scheduler = tellSteps('trampolines/scheduler');
    expect(scheduler(11)).toContain("asks fetch('orders', 2) for its next value");
    expect(scheduler(12)).toContain("fetch('orders', 2) raises Error: no orders");
    expect(scheduler(22)).toContain('throws Error: no orders into nightly');
  });

  it('outside: fetch never begins', () => {
    const { lines, moves } = tellFrames('trampolines/outside');
    expect(lines).toEqual(['main: one step is done', 'report on None']);
    expect(moves.filter((move) => move.includes('fetch'))).toEqual([]);
  });

  it('round-robin: the two run in turn, and resize is resumed three times for two sizes', () => {
    const { moves } = tellFrames('trampolines/round-robin');
    expect(moves.flatMap((move) => /^program → (\w+)/.exec(move)?.[1] ?? [])).toEqual([
      'importRows',
      'resize',
      'importRows',
      'resize',
      'importRows',
      'resize',
      'importRows',
    ]);
  });

  it('sleepers: the waits overlap, and the clock stays while a job is in the queue', () => {
    const { lines } = tellFrames('trampolines/sleepers');
    expect(lines).toEqual([
      '0 s: photo is sent',
      '0 s: video is sent',
      '0 s: resize to large',
      '0 s: resize to small',
      '2 s: video is confirmed',
      '3 s: photo is confirmed',
    ]);
  });

  it('sleepers: without its if, a bare yield ends the whole loop', async () => {
    const program = replace(read('sleepers'), 'if seconds is None:', 'if False:');
    expect((await runPython(program)).at(-1)).toMatch(/^TypeError: unsupported operand/u);
  });

  it('call-stack: all three are on the stack, and each value is sent to the one below', () => {
    const said = tellSteps('trampolines/call-stack');
    expect(said(7)).toContain('prints “resume number 3”');
    expect(said(9)).toContain("connect returns 'connection 7' to the program");
    expect(said(11)).toContain("sends 'connection 7' into fetch");
    expect(said(12)).toContain("fetch returns 'rows by connection 7' to the program");
    expect(said(15)).toContain("report returns 'report on rows by connection 7' to the program");
  });

  it('scheduler: the failure of one report is heard when it is joined, after the other', () => {
    const { lines, moves } = tellFrames('trampolines/scheduler');
    expect(lines).toEqual(['3 s: report on rows of users', '3 s: failed, no orders', '3 s: the night is over']);
    expect(moves.filter((move) => move.endsWith(': throw'))).toEqual([
      'program → report: throw',
      'program → nightly: throw',
    ]);
  });

  it('scheduler: a failure that is never joined is not printed', async () => {
    const program = replace(read('scheduler'), 'for task in (users, orders):', 'for task in (users,):');
    expect(await runPython(program)).toEqual(['0 s: 3 s: report on rows of users', '0 s: 3 s: the night is over']);
  });

  it('scheduler: a task that yields a word ends run', async () => {
    const program = replace(read('scheduler'), '    yield seconds\n', '    yield "soon"\n');
    expect((await runPython(program)).at(-1)).toMatch(/^TypeError: unsupported operand/u);
  });

  it('same-loop: run is that of sleepers, line for line, and fetch returns to report without it', () => {
    const run = (name: string): string => /# region run[\s\S]*?# endregion/u.exec(read(name))?.[0] ?? name;
    expect(run('same-loop')).toBe(run('sleepers'));
    const { lines } = tellFrames('trampolines/same-loop');
    expect(lines).toEqual(['2 s: report on rows of orders', '3 s: report on rows of users']);
    const said = tellSteps('trampolines/same-loop');
    expect(said(4)).toContain('all of them suspend');
    expect(said(10)).toContain("sleep(2) returns to fetch('orders', 2)");
  });

  it('one-fails: the error ends run, and the other task is still in the queue', () => {
    const { lines } = tellFrames('trampolines/one-fails');
    expect(lines).toEqual([
      'users: row 1',
      'orders: row ?',
      'run has ended, because of orders',
      'main runs it again',
      'users: row 2',
    ]);
  });

  it('one-fails: with the cure, only the task with the bad row ends', async () => {
    const cure = ['except Exception as error:', '    print(f"a task has failed: {error!r}")', '    continue'];
    const program = replace(
      read('one-fails'),
      '            continue\n',
      ['            continue', ...cure.map((line) => `        ${line}`), ''].join('\n'),
    );
    expect(await runPython(program)).toEqual([
      '0 s: users: row 1',
      '0 s: orders: row ?',
      "0 s: a task has failed: ValueError('orders')",
      '0 s: users: row 2',
      '0 s: main runs it again',
    ]);
  });
});
