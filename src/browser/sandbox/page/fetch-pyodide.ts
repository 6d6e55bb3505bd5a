import {
  locatePyodideFile,
  pyodideFiles,
  pyodideSizes,
  type SnapshotPlace,
  snapshotPlace,
} from '../../../engine/run/cpython/pyodide-files.ts';
import { siteAddress } from './site-address.ts';

/**
 * Pyodide's files by name, and as `snapshot` the memory of a CPython that has started, compressed. As blobs, which go from the worker
 * to the page, the frame and its workers without being copied by any of them.
 */
export type PyodideBlobs = Readonly<Record<string, Blob>>;

/** What has come of a file: so many bytes; fewer than none where it has to be fetched anew. */
type Count = (bytes: number) => void;

/**
 * Fetches Pyodide's files and its snapshot from the site itself, or from the browser's cache once they are there.
 *
 * @param onBytes gets how many of how many bytes are there
 * @throws {TypeError} that names the file which cannot be fetched, and says what was found
 */
export async function fetchPyodide(onBytes: (loaded: number, total: number) => void): Promise<PyodideBlobs> {
  let total: number | undefined;
  let loaded = 0;
  const count: Count = (bytes) => {
    loaded += bytes;
    if (total !== undefined) onBytes(loaded, total);
  };
  const take = (path: string, size: number): Promise<Blob> =>
    // What is cached under an address with a version in it is right, however old; but a cache may hold half a file.
    fetchWhole(path, size, 'force-cache', count).catch(() => fetchWhole(path, size, 'reload', count));
  const takeSnapshot = async (): Promise<Blob> => {
    const { path, bytes } = await locateSnapshotFile();
    total = pyodideFiles.reduce((sum, name) => sum + pyodideSizes[name], bytes);
    return take(path, bytes);
  };
  const files = pyodideFiles.map((name) => named(name, take(locatePyodideFile(name), pyodideSizes[name])));
  return Object.fromEntries(await Promise.all([named('snapshot', takeSnapshot()), ...files]));
}

async function named(name: string, taking: Promise<Blob>): Promise<readonly [string, Blob]> {
  try {
    return [name, await taking];
  } catch (error) {
    throw new TypeError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function locateSnapshotFile(): Promise<SnapshotPlace> {
  const response = await fetch(siteAddress(snapshotPlace));
  if (!response.ok) throw new TypeError(`the answer was ${response.status}`);
  return (await response.json()) as SnapshotPlace;
}

async function fetchWhole(path: string, size: number, cache: RequestCache, count: Count): Promise<Blob> {
  const response = await fetch(siteAddress(path), { cache });
  if (!response.ok || response.body === null) throw new TypeError(`the answer was ${response.status}`);
  const parts: BlobPart[] = [];
  let read = 0;
  try {
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const { length } = part.value;
      if (read + length > size) throw new TypeError(`it has more than ${size} bytes`);
      parts.push(part.value);
      read += length;
      count(length);
    }
    if (read < size) throw new TypeError(`it has ${read} bytes instead of ${size}`);
    return new Blob(parts);
  } catch (error) {
    count(-read);
    throw error;
  }
}
