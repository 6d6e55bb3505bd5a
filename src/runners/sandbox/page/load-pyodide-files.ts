import {
  locatePyodideFile,
  type PyodideFile,
  pyodideFiles,
  pyodideSizes,
  type SnapshotPlace,
  snapshotPlace,
} from './pyodide-files.ts';
import { siteAddress } from './site-address.ts';
import { SandboxUnavailable } from './sandbox-unavailable.ts';

/** Pyodide's files by name, and as `snapshot` the memory of a CPython that has started, compressed. */
export type PyodideBytes = Readonly<Record<PyodideFile | 'snapshot', ArrayBuffer>>;

/** What has come of a file: so many bytes; fewer than none where it has to be fetched anew. */
type Count = (bytes: number) => void;

/**
 * Fetches Pyodide's files and its snapshot from the site itself, or from the browser's cache once they are there.
 *
 * @param onBytes gets how many of how many bytes are there
 * @throws {SandboxUnavailable} if a file cannot be fetched
 * @throws the reason of `signal` when that is aborted
 */
export async function loadPyodideFiles(
  onBytes: (loaded: number, total: number) => void,
  signal: AbortSignal,
): Promise<PyodideBytes> {
  let total: number | undefined;
  let loaded = 0;
  const count: Count = (bytes) => {
    loaded += bytes;
    if (total !== undefined) onBytes(loaded, total);
  };
  const take = (path: string, size: number): Promise<ArrayBuffer> =>
    // What is cached under an address with a version in it is right, however old; but a cache may hold half a file.
    fetchWhole(path, size, 'force-cache', count, signal).catch(() => fetchWhole(path, size, 'reload', count, signal));
  const takeSnapshot = async (): Promise<ArrayBuffer> => {
    const { path, bytes } = await locateSnapshotFile(signal);
    total = pyodideFiles.reduce((sum, name) => sum + pyodideSizes[name], bytes);
    return take(path, bytes);
  };
  const files = pyodideFiles.map((name) => load(name, () => take(locatePyodideFile(name), pyodideSizes[name]), signal));
  const loading = await Promise.all([load('snapshot', takeSnapshot, signal), ...files]);
  return Object.fromEntries(loading) as PyodideBytes;
}

async function load<Name extends keyof PyodideBytes>(
  name: Name,
  take: () => Promise<ArrayBuffer>,
  signal: AbortSignal,
): Promise<readonly [Name, ArrayBuffer]> {
  try {
    return [name, await take()];
  } catch (error) {
    signal.throwIfAborted();
    throw new SandboxUnavailable(`Python (${name})`, error instanceof Error ? error.message : String(error));
  }
}

async function locateSnapshotFile(signal: AbortSignal): Promise<SnapshotPlace> {
  const response = await fetch(siteAddress(snapshotPlace), { signal });
  if (!response.ok) throw new TypeError(`the answer was ${response.status}`);
  return (await response.json()) as SnapshotPlace;
}

async function fetchWhole(
  path: string,
  size: number,
  cache: RequestCache,
  count: Count,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await fetch(siteAddress(path), { cache, signal });
  if (!response.ok || response.body === null) throw new TypeError(`the answer was ${response.status}`);
  let read = 0;
  const bytes = new Uint8Array(size);
  try {
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const { length } = part.value;
      if (read + length > bytes.length) throw new TypeError(`it has more than ${bytes.length} bytes`);
      bytes.set(part.value, read);
      read += length;
      count(length);
    }
    if (read < bytes.length) throw new TypeError(`it has ${read} bytes instead of ${bytes.length}`);
    return bytes.buffer;
  } catch (error) {
    count(-read);
    throw error;
  }
}
