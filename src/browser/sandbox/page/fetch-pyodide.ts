import type { FailureCause } from '../../../engine/run/failure.ts';
import {
  locatePyodideFile,
  pyodideFiles,
  pyodideSizes,
  type SnapshotPlace,
  snapshotPlace,
} from '../../../engine/run/cpython/pyodide-files.ts';
import { siteAddress } from './site-address.ts';

/**
 * Pyodide's files by name, and under `snapshot` the compressed memory of a CPython that has started. They are blobs, because blobs
 * pass from the worker to the page, the frame and its workers without being copied.
 */
export type PyodideBlobs = Readonly<Record<string, Blob>>;

/** Who is to blame if a file could not be fetched. */
export type FetchBlame = Extract<FailureCause, 'network' | 'site' | 'unknown'>;

/** A file that could not be fetched; the message names it and says what was found. */
export class FetchFailure extends Error {
  override name = 'FetchFailure';
  readonly blame: FetchBlame;

  constructor(blame: FetchBlame, found: string) {
    super(found);
    this.blame = blame;
  }
}

/** Called with the progress of a file: how many more bytes are there, or a negative number if the file has to be fetched again. */
type Count = (bytes: number) => void;

/**
 * Fetches Pyodide's files and its snapshot from the site, or from the browser's cache once they are there.
 *
 * @param onBytes called with the number of bytes fetched and their total
 * @returns the files, without `snapshot` if only that failed, because Python also starts without it, some seconds later
 * @throws {FetchFailure} if a file cannot be fetched; it names the file and says what was found
 */
export async function fetchPyodide(onBytes: (loaded: number, total: number) => void): Promise<PyodideBlobs> {
  let total: number | undefined;
  let loaded = 0;
  const count: Count = (bytes) => {
    loaded += bytes;
    if (total !== undefined) onBytes(loaded, total);
  };
  const take = (path: string, size: number): Promise<Blob> =>
    // A cached file whose address contains its version is right, however old it is. But a cache may hold half a file.
    fetchWhole(path, size, 'force-cache', count).catch(() => fetchWhole(path, size, 'reload', count));
  const sizeOfFiles = pyodideFiles.reduce((sum, name) => sum + pyodideSizes[name], 0);
  const takeSnapshot = async (): Promise<Blob> => {
    const { path, bytes } = await locateSnapshotFile();
    total = sizeOfFiles + bytes;
    return take(path, bytes);
  };
  const snapshot = takeSnapshot().catch(() => {
    total = sizeOfFiles;
    return undefined;
  });
  const files = await Promise.all(
    pyodideFiles.map(async (name) => {
      try {
        return [name, await take(locatePyodideFile(name), pyodideSizes[name])] as const;
      } catch (error) {
        throw toFailure(name, error);
      }
    }),
  );
  const taken = await snapshot;
  return Object.fromEntries(taken === undefined ? files : [...files, ['snapshot', taken]]);
}

/** In every browser `fetch` itself rejects only with a TypeError, and that means that no answer came. */
function toFailure(name: string, error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return new FetchFailure(error.blame, `${name}: ${error.message}`);
  const found = error instanceof Error ? error.message : String(error);
  return new FetchFailure(
    error instanceof TypeError ? 'network' : 'unknown',
    `${name} could not be fetched (${found})`,
  );
}

async function locateSnapshotFile(): Promise<SnapshotPlace> {
  const response = await fetch(siteAddress(snapshotPlace));
  if (!response.ok) throw new FetchFailure('site', `the answer was ${response.status}`);
  return (await response.json()) as SnapshotPlace;
}

async function fetchWhole(path: string, size: number, cache: RequestCache, count: Count): Promise<Blob> {
  const response = await fetch(siteAddress(path), { cache });
  if (!response.ok || response.body === null) throw new FetchFailure('site', `the answer was ${response.status}`);
  const parts: BlobPart[] = [];
  let read = 0;
  try {
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const { length } = part.value;
      if (read + length > size) throw new FetchFailure('site', `it has more than ${size} bytes`);
      parts.push(part.value);
      read += length;
      count(length);
    }
    if (read < size) throw new FetchFailure('site', `it has ${read} bytes instead of ${size}`);
    return new Blob(parts);
  } catch (error) {
    count(-read);
    throw error;
  }
}
