import runtimeUrl from 'pyodide/pyodide.asm.mjs?url';
import moduleUrl from 'pyodide/pyodide.asm.wasm?url';
import loaderUrl from 'pyodide/pyodide.mjs?url';
import libraryUrl from 'pyodide/python_stdlib.zip?url';
import { pyodideSizes } from './pyodide-sizes.ts';
import { SandboxUnavailable } from './sandbox-unavailable.ts';

type FileName = keyof typeof pyodideSizes;

const urls: Readonly<Record<FileName, string>> = {
  'pyodide.mjs': loaderUrl,
  'pyodide.asm.mjs': runtimeUrl,
  'pyodide.asm.wasm': moduleUrl,
  'python_stdlib.zip': libraryUrl,
};
const names = Object.keys(urls) as readonly FileName[];

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
): Promise<Readonly<Record<FileName, ArrayBuffer>>> {
  const total = names.reduce((sum, name) => sum + pyodideSizes[name], 0);
  let loaded = 0;
  const count = (bytes: number): void => {
    onBytes((loaded += bytes), total);
  };
  const buffers = await Promise.all(names.map(async (name) => [name, await load(name, count, signal)] as const));
  return Object.fromEntries(buffers) as Record<FileName, ArrayBuffer>;
}

async function load(name: FileName, count: (bytes: number) => void, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    // The address changes with the content, so what is cached is right, however old.
    const response = await fetch(urls[name], { cache: 'force-cache', signal });
    if (!response.ok || response.body === null) throw new TypeError(`the answer was ${response.status}`);
    return await read(response.body, pyodideSizes[name], count);
  } catch (error) {
    signal.throwIfAborted();
    throw new SandboxUnavailable(`Python (${name})`, error instanceof Error ? error.message : String(error));
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
  size: number,
  count: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { length } = part.value;
    if (at + length > size) throw new TypeError(`it has more than ${size} bytes`);
    bytes.set(part.value, at);
    at += length;
    count(length);
  }
  if (at < size) throw new TypeError(`it has ${at} bytes instead of ${size}`);
  return bytes.buffer;
}
