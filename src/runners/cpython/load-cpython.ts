import { loadPyodide } from 'pyodide';
import { installCPython, type CPython } from './install-cpython.ts';
import { readPythonFiles } from './read-python-files.ts';

let loading: Promise<CPython> | undefined;

/** Starts CPython in this thread (about two seconds) and returns it; later calls get the same one. For Node. */
export function loadCPython(): Promise<CPython> {
  loading ??= start();
  return loading;
}

async function start(): Promise<CPython> {
  // fixed string hashes: a set of strings is walked in the same order on every run
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
  return installCPython(pyodide, readPythonFiles());
}
