import { locatePyodideFile, type PyodideFile, pyodideFiles, pyodideSizes } from './pyodide-files.ts';
import { siteAddress } from './site-address.ts';
import { SandboxUnavailable } from './sandbox-unavailable.ts';

/**
 * Fetches Pyodide's files from the site itself, or from the browser's cache once they are there: 13.4 MB, of which about 5 MB
 * travel where the host compresses.
 *
 * @param onBytes gets how many of how many bytes are there, unpacked
 * @throws {SandboxUnavailable} if a file cannot be fetched
 * @throws the reason of `signal` when that is aborted
 */
export async function loadPyodideFiles(
  onBytes: (loaded: number, total: number) => void,
  signal: AbortSignal,
): Promise<Readonly<Record<PyodideFile, ArrayBuffer>>> {
  const total = pyodideFiles.reduce((sum, name) => sum + pyodideSizes[name], 0);
  let loaded = 0;
  const count = (bytes: number): void => {
    onBytes((loaded += bytes), total);
  };
  const buffers = await Promise.all(pyodideFiles.map(async (name) => [name, await load(name, count, signal)] as const));
  return Object.fromEntries(buffers) as Record<PyodideFile, ArrayBuffer>;
}

async function load(name: PyodideFile, count: (bytes: number) => void, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    // What is cached under an address with a version in it is right, however old; but a cache may hold half a file.
    return await fetchWhole(name, 'force-cache', count, signal).catch(() => fetchWhole(name, 'reload', count, signal));
  } catch (error) {
    signal.throwIfAborted();
    throw new SandboxUnavailable(`Python (${name})`, error instanceof Error ? error.message : String(error));
  }
}

async function fetchWhole(
  name: PyodideFile,
  cache: RequestCache,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await fetch(siteAddress(locatePyodideFile(name)), { cache, signal });
  if (!response.ok || response.body === null) throw new TypeError(`the answer was ${response.status}`);
  let read = 0;
  const bytes = new Uint8Array(pyodideSizes[name]);
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
