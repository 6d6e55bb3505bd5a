import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FetchFailure, fetchPyodide } from './fetch-pyodide.ts';
import {
  locatePyodideFile,
  locateSnapshot,
  pyodideFiles,
  pyodideSizes,
  snapshotPlace,
} from '../../../engine/run/cpython/pyodide-files.ts';

const snapshot = { path: locateSnapshot('0123456789abcdef'), bytes: 1000 };
const sizes: Readonly<Record<string, number>> = {
  ...Object.fromEntries(pyodideFiles.map((name) => [locatePyodideFile(name), pyodideSizes[name]])),
  [snapshot.path]: snapshot.bytes,
};

/** Answers a request for a file below the site's base. */
type Host = (path: string, cache: RequestCache | undefined) => Response;

const whole: Host = (path) =>
  path === snapshotPlace ? Response.json(snapshot) : new Response(new Uint8Array(sizes[path] ?? 0));

let host: Host;
beforeEach(() => {
  vi.stubGlobal('location', new URL('https://example.org/articles/event-loop/'));
  vi.stubGlobal('fetch', (address: string, { cache }: RequestInit = {}) =>
    Promise.resolve().then(() => host(new URL(address).pathname.slice(1), cache)),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('fetches all files in full, and ends the progress at their sum', async () => {
  host = whole;
  const told: (readonly [number, number])[] = [];
  const files = await fetchPyodide((loaded, total) => told.push([loaded, total]));
  const total = Object.values(sizes).reduce((sum, size) => sum + size);
  expect(Object.keys(files).sort()).toEqual([...pyodideFiles, 'snapshot'].sort());
  for (const name of pyodideFiles) expect(files[name]?.size).toBe(pyodideSizes[name]);
  expect(files['snapshot']?.size).toBe(snapshot.bytes);
  expect(told.at(-1)).toEqual([total, total]);
});

test('fetches a file again if the cache holds only half of it, and counts it once', async () => {
  const half = locatePyodideFile('python_stdlib.zip');
  const asked: (RequestCache | undefined)[] = [];
  host = (path, cache) => {
    if (path !== half) return whole(path, cache);
    asked.push(cache);
    return cache === 'reload'
      ? whole(path, cache)
      : new Response(new Uint8Array(pyodideSizes['python_stdlib.zip'] / 2));
  };
  const told: (readonly [number, number])[] = [];
  const files = await fetchPyodide((loaded, total) => told.push([loaded, total]));
  expect(asked).toEqual(['force-cache', 'reload']);
  expect(files['python_stdlib.zip']?.size).toBe(pyodideSizes['python_stdlib.zip']);
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  for (const [loaded, total] of told) expect(loaded).toBeLessThanOrEqual(total);
});

test.each<readonly [string, string, Host, string]>([
  ['is missing', 'pyodide.asm.wasm', () => new Response('', { status: 404 }), 'the answer was 404'],
  ['is longer than it should be', 'pyodide.mjs', () => new Response(new Uint8Array(20_000)), 'more than 17931 bytes'],
  ['is shorter', 'pyodide.mjs', () => new Response(new Uint8Array(10)), 'it has 10 bytes instead of 17931'],
])('names a file that %s and what was found, and blames the site', async (_, name, answer, found) => {
  host = (path, cache) => (path.endsWith(`/${name}.txt`) ? answer(path, cache) : whole(path, cache));
  const failure = await fetchPyodide(() => undefined).catch((error: unknown) => error as FetchFailure);
  expect(failure).toMatchObject({ name: 'FetchFailure', blame: 'site' });
  expect(failure).toHaveProperty('message', expect.stringMatching(new RegExp(`^${name}: .*${found}`)));
});

test('blames the network if the site does not answer at all', async () => {
  host = () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(fetchPyodide(() => undefined)).rejects.toMatchObject({
    blame: 'network',
    message: expect.stringMatching(/^pyodide[\w.]+ could not be fetched \(Failed to fetch\)$/) as unknown,
  });
});

test.each([snapshotPlace, snapshot.path])('fetches the files even without %s', async (missing) => {
  host = (path, cache) => (path === missing ? new Response('', { status: 404 }) : whole(path, cache));
  const told: (readonly [number, number])[] = [];
  const files = await fetchPyodide((loaded, total) => told.push([loaded, total]));
  expect(Object.keys(files).sort()).toEqual([...pyodideFiles].sort());
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
});
