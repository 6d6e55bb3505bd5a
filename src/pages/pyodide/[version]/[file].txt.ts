import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { makePythonSnapshot } from '../../../build/snapshot/python-snapshot.ts';
import { locatePyodideFile, locateSnapshot, pyodideFiles } from '../../../engine/run/cpython/pyodide-files.ts';

export const getStaticPaths = (async () => {
  const { digest, bytes } = await makePythonSnapshot();
  const files = pyodideFiles.map((name) => ({
    address: locatePyodideFile(name),
    read: () => readFileSync(path.resolve('node_modules/pyodide', name)),
  }));
  return [...files, { address: locateSnapshot(digest), read: () => bytes }].map(({ address, read }) => {
    const [, version, file = ''] = address.split('/');
    // The address contains the version, or the hash of what the memory was made from.
    return { params: { version, file: path.basename(file, '.txt') }, props: { read }, cacheKey: address };
  });
}) satisfies GetStaticPaths;

/**
 * The files of CPython from the npm package, and the memory of a CPython that has started, so that the site needs no other host.
 */
export const GET: APIRoute<{ readonly read: () => Buffer }> = ({ props }) => new Response(new Uint8Array(props.read()));
