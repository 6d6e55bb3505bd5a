import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeStale } from './build-cache.ts';
import { keep, openKept } from './keep.ts';

let all: string;
let made: string[];

/** Keeps a result made from the inputs, and records that it was made. */
const make = (kind: string, ...inputs: string[]): Promise<string> =>
  keep(kind, inputs, () => {
    made.push(inputs.join('+'));
    return `${kind} of ${inputs.join(' and ')}`;
  });

const open = (code: string): string => {
  const folder = path.join(all, code);
  openKept(folder);
  return folder;
};

beforeEach(() => {
  all = mkdtempSync(path.join(tmpdir(), 'keep-'));
  made = [];
});

afterEach(() => {
  rmSync(all, { recursive: true });
  delete process.env['YIELDPOINT_BUILD_CACHE'];
});

describe('what a build keeps', () => {
  it('is made once', async () => {
    open('code');
    expect([await make('text', 'a'), await make('text', 'a')]).toEqual(['text of a', 'text of a']);
    expect(made).toEqual(['a']);
  });

  it.each([
    ['an input', 'text', ['a', 'c']],
    ['the order of inputs', 'text', ['b', 'a']],
    ['where one input ends', 'text', ['ab', '']],
    ['the kind', 'picture', ['a', 'b']],
  ])('is made anew when it differs in %s', async (_, kind, inputs) => {
    open('code');
    await make('text', 'a', 'b');
    expect(await make(kind, ...inputs)).toBe(`${kind} of ${inputs.join(' and ')}`);
    expect(made).toHaveLength(2);
  });

  it('is made anew by other code', async () => {
    open('code');
    await make('text', 'a');
    open('changed');
    await make('text', 'a');
    expect(made).toEqual(['a', 'a']);
  });

  it('is not kept when making it fails', async () => {
    const folder = open('code');
    await expect(keep('text', ['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('outside of a build nothing is kept', async () => {
  await make('text', 'a');
  await make('text', 'a');
  expect(made).toEqual(['a', 'a']);
});

describe('after a build', () => {
  /** Makes everything in the folder that old. */
  const age = (folder: string, seconds: number): void => {
    const at = Date.now() / 1000 - seconds;
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), at, at);
  };

  it('keeps what it made or read, and removes what it left unread', async () => {
    const folder = open('code');
    await make('text', 'read');
    await make('text', 'unread');
    age(folder, 60);
    await make('text', 'read');
    await make('text', 'new');
    removeStale(folder, Date.now() - 30_000);
    expect(readdirSync(folder)).toHaveLength(2);
    made = [];
    await make('text', 'read');
    await make('text', 'new');
    expect(made).toEqual([]);
  });

  it('keeps the results of the two versions of the code used last, and removes older ones', async () => {
    for (const [index, code] of ['oldest', 'older', 'old', 'now'].entries()) {
      const folder = open(code);
      await make('text', 'a');
      age(folder, 100 - index);
    }
    removeStale(path.join(all, 'now'), 0);
    expect(readdirSync(all).sort()).toEqual(['now', 'old', 'older']);
  });
});
