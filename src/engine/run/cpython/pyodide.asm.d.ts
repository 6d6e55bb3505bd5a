/** What makes Pyodide's Emscripten module; the package has no types for this file. */
declare module 'pyodide/pyodide.asm.mjs' {
  import type { CreatePyodideModule } from './keep-trampoline.ts';

  const create: CreatePyodideModule;
  export default create;
}
