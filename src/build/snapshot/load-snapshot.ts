import { gunzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';
import create from 'pyodide/pyodide.asm.mjs';
import { type CPython, installCPython, type Pyodide } from '../../engine/run/cpython/install-cpython.ts';
import { fixedHashes } from '../../engine/run/cpython/fixed-hashes.ts';
import { type CreatePyodideModule, keepTrampoline } from '../../engine/run/cpython/keep-trampoline.ts';
import { limitMemory } from '../../engine/run/cpython/limit-memory.ts';
import { readPythonFiles } from '../cpython/read-python-files.ts';
import { makePythonSnapshot } from './python-snapshot.ts';

type CreateModule = NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule']>;

/** Makes Pyodide's module with the memory that Python has in the page. */
const createLimited: CreatePyodideModule = (settings) => {
  const { instantiate } = WebAssembly;
  // The module keeps its memory to itself, so it is taken where the module is instantiated.
  const limited = async (bytes: BufferSource, imports?: WebAssembly.Imports) => {
    // Of a module that is compiled already it is the instance alone.
    const made: Partial<WebAssembly.WebAssemblyInstantiatedSource> = await instantiate(bytes, imports);
    const memory = made.instance?.exports['memory'];
    if (memory instanceof WebAssembly.Memory) limitMemory(memory);
    return made;
  };
  WebAssembly.instantiate = limited as unknown as typeof instantiate;
  return (create as CreatePyodideModule)(settings).finally(() => {
    WebAssembly.instantiate = instantiate;
  });
};

/**
 * Starts CPython in this thread from the same memory image that the page's CPython starts from. That takes about a third of the
 * time of `loadCPython`. Makes the image first if no earlier start has. For Node, in the project's folder.
 */
export async function loadSnapshot(): Promise<CPython> {
  const { bytes } = await makePythonSnapshot();
  const silent = (): void => undefined;
  const options = {
    env: fixedHashes,
    // What a program prints is in its record. The rest is Pyodide's own account of a crash, and the crash raises an error as well.
    stdout: silent,
    stderr: silent,
    // Pyodide's own type does not have the names of the module that are needed here.
    createPyodideModule: keepTrampoline(createLimited) as unknown as CreateModule,
    _loadSnapshot: new Uint8Array(gunzipSync(bytes)),
  };
  const pyodide = (await loadPyodide(options)) as unknown as Pyodide;
  return installCPython(pyodide, readPythonFiles());
}
