/**
 * CPython calls a method that was declared with fewer arguments than it is given through a small WebAssembly function, its
 * trampoline. Pyodide adds this function to the function table when it starts. Its index depends on the engine (14174 in V8, 15146
 * in WebKit). Where it cannot be added (iPhone and iPad), the index is 0, and CPython calls through JavaScript instead. The index
 * is stored in CPython's memory, so a snapshot of that memory would contain the index of the engine that took it.
 *
 * So the snapshot is taken with 0, which is right in every engine, and the engine's own index is set again after the restore.
 */

/** The part of Pyodide's Emscripten module that is needed here. Its names are private: tests in each engine notice when they change. */
export type PyodideModule = {
  readonly HEAP32: Int32Array;
  /** The address of CPython's global state, and the offset in it at which the trampoline's index is stored. */
  readonly __PyRuntime: number;
  readonly __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
  readonly API: { restoreSnapshot(snapshot: Uint8Array): unknown };
};

export type CreatePyodideModule = (settings: unknown) => Promise<PyodideModule>;

/** Returns a way to make Pyodide's module that keeps the engine's own trampoline when a snapshot is restored. */
export function keepTrampoline(create: CreatePyodideModule): CreatePyodideModule {
  return async (settings) => {
    const module = await create(settings);
    const { API } = module;
    const restore = API.restoreSnapshot.bind(API);
    API.restoreSnapshot = (snapshot) => {
      const own = readTrampoline(module);
      const config = restore(snapshot);
      writeTrampoline(module, own);
      return config;
    };
    return module;
  };
}

/** The index of the trampoline in the function table; 0 if it is not there. */
function readTrampoline(module: PyodideModule): number {
  return module.HEAP32[findPlace(module)] ?? 0;
}

export function writeTrampoline(module: PyodideModule, index: number): void {
  module.HEAP32[findPlace(module)] = index;
}

function findPlace({ HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET }: PyodideModule): number {
  const offset = HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2];
  // Only other builds could put the memory past two gigabytes. A value that is no address at all means that the names have changed.
  if (typeof offset !== 'number' || !(offset > 0) || !(__PyRuntime > 0)) {
    throw new Error(
      `Expected Pyodide to say where CPython keeps its trampoline, but got ${__PyRuntime} and ${offset}. ` +
        'Compare getPyEMTrampolinePtr in pyodide.asm.mjs with keep-trampoline.ts.',
    );
  }
  return (__PyRuntime + offset) >> 2;
}
