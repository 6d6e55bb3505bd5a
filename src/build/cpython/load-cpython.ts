import { loadPyodide } from 'pyodide';
import { installCPython, type CPython, type Pyodide } from '../../engine/run/cpython/install-cpython.ts';
import { fixedHashes } from '../../engine/run/cpython/fixed-hashes.ts';
import { readPythonFiles } from './read-python-files.ts';

let loading: Promise<CPython> | undefined;

/** Starts CPython in this thread (about two seconds) and returns it; later calls get the same one. For Node. */
export function loadCPython(): Promise<CPython> {
  loading ??= startPyodide().then((pyodide) => installCPython(pyodide, readPythonFiles()));
  return loading;
}

/** Starts Pyodide with fixed string hashes, so a set of strings is iterated in the same order in every run. */
export async function startPyodide(): Promise<Pyodide> {
  // Pyodide's type leaves out Emscripten's module, although it is there.
  return (await loadPyodide({ env: fixedHashes })) as unknown as Pyodide;
}
