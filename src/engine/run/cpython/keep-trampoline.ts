/**
 * CPython calls a method that was declared with fewer arguments than it is given through a small WebAssembly function, its trampoline,
 * which Pyodide adds to the table of functions when it starts. Where in the table depends on the engine (14174 in V8, 15146 in
 * WebKit), and where it cannot be added (iPhone and iPad) the place is 0, and CPython calls through JavaScript instead. The place is
 * written into CPython's memory, so that a snapshot of that memory would bring the place of the engine that took it.
 *
 * So a snapshot is taken with 0, which is right in every engine, and the engine's own place is put back after the restore.
 */

/** The part of Pyodide's Emscripten module that is needed here. Its names are private: tests in each engine notice when they change. */
export type PyodideModule = {
  readonly HEAP32: Int32Array;
  /** Address of CPython's global state, and of the number that says where in it the trampoline's place is. */
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

/** Where in the table the trampoline is; 0: nowhere. */
function readTrampoline(module: PyodideModule): number {
  return module.HEAP32[findPlace(module)] ?? 0;
}

export function writeTrampoline(module: PyodideModule, index: number): void {
  module.HEAP32[findPlace(module)] = index;
}

function findPlace({ HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET }: PyodideModule): number {
  const offset = HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2];
  // The memory may lie past two gigabytes only with other builds; what is not an address at all means that the names have changed.
  if (typeof offset !== 'number' || !(offset > 0) || !(__PyRuntime > 0)) {
    throw new Error(
      `Expected Pyodide to say where CPython keeps its trampoline, but got ${__PyRuntime} and ${offset}. ` +
        'Compare getPyEMTrampolinePtr in pyodide.asm.mjs with keep-trampoline.ts.',
    );
  }
  return (__PyRuntime + offset) >> 2;
}
