import type { APIRoute } from 'astro';
import { makePythonSnapshot } from '../../build/snapshot/python-snapshot.ts';
import { locateSnapshot, type SnapshotPlace } from '../../engine/run/cpython/pyodide-files.ts';

/** The address and size of a started CPython's memory. */
export const GET: APIRoute = async () => {
  const { digest, bytes } = await makePythonSnapshot();
  return Response.json({ path: locateSnapshot(digest), bytes: bytes.length } satisfies SnapshotPlace);
};
