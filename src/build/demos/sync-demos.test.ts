import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { traceVersion, type Trace } from '../../engine/trace/event/events.ts';
import type { Demo, Runs, StoredDemo } from './demo.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPair } from './find-pairs.ts';
import { syncDemos } from './sync-demos.ts';

let root: string;
let stored: Map<string, { readonly id: string; readonly data: StoredDemo; readonly digest: string }>;
let runs: Map<string, Runs>;
let ran: string[];
let faults: string[];

const write = (name: string, text: string): void => {
  writeFileSync(path.join(root, 'content/articles/one', name), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sync-demos-'));
  mkdirSync(path.join(root, 'content/articles/one'), { recursive: true });
  write('index.mdx', '');
  write('a.ts', '// title: A\n\nx\n');
  write('a.py', 'x\n');
  stored = new Map();
  runs = new Map();
  ran = [];
  faults = [];
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const trace = (language: Trace['language'], value: string): Trace => ({
  version: traceVersion,
  language,
  runtime: 'any 1',
  events: [],
  outcome: value === 'stopped' ? { kind: 'stopped', limit: 'time' } : { kind: 'finished', value },
});

/** A run returns the text of the program; `broken` does not compile. */
async function run(pair: DemoPair): Promise<Demo> {
  ran.push(pair.id);
  const [ours = '', theirs = ''] = [pair.typescript.source, pair.python.source].map((text) => text.trim());
  if (ours === 'broken') throw new DemoError(pair.typescript.file, 3, 'Expected the program to compile', 'Fix it.');
  return Promise.resolve({ ...pair, trace: trace('typescript', ours), cpython: trace('python', theirs) });
}

function sync(keep = true, runner: Parameters<typeof syncDemos>[1] = { run }): Promise<void> {
  const store = {
    get: (id: string) => stored.get(id),
    keys: () => [...stored.keys()],
    set: (entry: { readonly id: string; readonly data: StoredDemo; readonly digest: string }) =>
      stored.set(entry.id, entry).has(entry.id),
    delete: (id: string) => void stored.delete(id),
  };
  const files = {
    has: (name: string) => runs.has(name),
    write: (name: string, made: Runs) => void runs.set(name, made),
    retain: (names: ReadonlySet<string>) => {
      for (const name of runs.keys()) if (!names.has(name)) runs.delete(name);
    },
  };
  return syncDemos({ root, engine: 'engine', store, files }, runner, (fault) => {
    if (!keep) throw fault;
    faults.push(fault.message);
  });
}

const kept = (): unknown => {
  const { runs: name = '', fault } = stored.get('one/a')?.data ?? {};
  return [runs.get(name)?.trace.outcome, fault];
};

it('runs a pair again only when its files have changed, and forgets deleted ones', async () => {
  await sync();
  await sync();
  expect(ran).toEqual(['one/a']);
  write('a.ts', '// title: B\n\nx\n');
  await sync();
  expect(ran).toEqual(['one/a', 'one/a']);
  expect(stored.get('one/a')?.data.front.title).toBe('B');
  for (const name of ['a.ts', 'a.py']) rmSync(path.join(root, 'content/articles/one', name));
  await sync();
  expect([stored.size, runs.size]).toEqual([0, 0]);
});

it('runs a pair again if its runs have been deleted', async () => {
  await sync();
  runs.clear();
  await sync();
  expect(ran).toEqual(['one/a', 'one/a']);
  expect(kept()).toEqual([{ kind: 'finished', value: 'x' }, undefined]);
});

it('shows the old run with the fault while a program does not compile, and the new run once it does', async () => {
  await sync();
  write('a.ts', '// title: A\n\nbroken\n');
  await sync();
  await sync();
  const fault = 'content/articles/one/a.ts:3: Expected the program to compile. Fix it.';
  expect(kept()).toEqual([{ kind: 'finished', value: 'x' }, fault]);
  expect(faults).toEqual([fault]);
  write('a.ts', '// title: A\n\nx\n');
  await sync();
  expect(kept()).toEqual([{ kind: 'finished', value: 'x' }, undefined]);
});

it('keeps a pair whose twin was deleted, with the fault', async () => {
  await sync();
  rmSync(path.join(root, 'content/articles/one/a.py'));
  await sync();
  expect(kept()).toEqual([{ kind: 'finished', value: 'x' }, expect.stringContaining('its Python twin a.py')]);
});

it('shows the new run of a program even if it differs from its twin, with the difference', async () => {
  await sync();
  write('a.ts', '// title: A\n\nstopped\n');
  await sync();
  expect(kept()).toEqual([
    { kind: 'stopped', limit: 'time' },
    expect.stringContaining('Expected CPython to do the same, but it does not'),
  ]);
});

it('stops at the first fault if `onFault` throws', async () => {
  write('a.ts', '// title: A\n\nbroken\n');
  await expect(sync(false)).rejects.toThrow('a.ts:3: Expected the program to compile');
  expect(stored.size).toBe(0);
});

it('gives the next pairs to the runner while the first still runs, and stores them in order', async () => {
  for (const name of ['b', 'c']) {
    write(`${name}.ts`, `// title: ${name}\n\nx\n`);
    write(`${name}.py`, 'x\n');
  }
  const lastHasBegun = Promise.withResolvers<undefined>();
  await sync(false, {
    async run(pair) {
      if (pair.name === 'c') lastHasBegun.resolve(undefined);
      if (pair.name === 'a') await lastHasBegun.promise;
      return run(pair);
    },
  });
  expect([...stored.keys()]).toEqual(['one/a', 'one/b', 'one/c']);
});
