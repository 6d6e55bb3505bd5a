import type { Pyodide } from './install-cpython.ts';
import { fixedHashes } from './fixed-hashes.ts';
import { type CreatePyodideModule, keepTrampoline, type PyodideModule } from './keep-trampoline.ts';
import { limitMemory } from './limit-memory.ts';
import type { FileStorage, PipeStorage } from './limit-files.ts';
import type { PythonStart } from './python-start.ts';

/** The part of Pyodide that is used here, beyond what the CPython runner needs. */
export type SandboxedPyodide = Pyodide & {
  readonly FS: FileStorage;
  readonly _module: PyodideModule & PipeStorage;
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
};

/**
 * Prepares a classic worker without a network for Pyodide, with the files that the frame keeps. Call it once.
 *
 * @returns a function that starts Python from scratch, or, in a tenth of the time, from the memory of one that has started
 */
export async function preparePyodide({
  module,
  loaderUrl,
  runtimeUrl,
  library,
  lock,
}: PythonStart): Promise<(snapshot?: ArrayBuffer) => Promise<SandboxedPyodide>> {
  const scope = globalThis as unknown as Record<string, unknown>;
  // Pyodide refuses workers that have importScripts, and module workers do not start in an opaque origin.
  scope['importScripts'] = undefined;
  scope['fetch'] = (): Promise<Response> => Promise.resolve(new Response(library));
  // Pyodide catches what is thrown here, prints it on the console and waits forever.
  let fail: (error: unknown) => void = () => undefined;
  WebAssembly.instantiateStreaming = (async (_: unknown, imports: WebAssembly.Imports) => {
    try {
      const instance = await WebAssembly.instantiate(module, imports);
      limitMemory(instance.exports['memory'] as WebAssembly.Memory);
      return { module, instance };
    } catch (error) {
      fail(error);
      throw error;
    }
  }) as typeof WebAssembly.instantiateStreaming;
  const { loadPyodide } = (await import(loaderUrl)) as { loadPyodide: (options: object) => Promise<SandboxedPyodide> };
  const { default: create } = (await import(runtimeUrl)) as { default: CreatePyodideModule };
  const silent = (): void => undefined;
  return (snapshot) => {
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const loaded = loadPyodide({
      indexURL: 'https://pyodide.invalid/',
      lockFileContents: lock,
      createPyodideModule: keepTrampoline(create),
      env: fixedHashes,
      stdin: () => null,
      stdout: silent,
      stderr: silent,
      ...(snapshot === undefined ? {} : { _loadSnapshot: snapshot }),
    });
    return Promise.race([loaded, failed]);
  };
}

/** The memory is sent compressed to every worker and unpacked there, so that neither the page nor the frame freezes. */
export function unpack(bytes: Blob): Promise<ArrayBuffer> {
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
