import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';
import { installCPython } from '../../engine/run/cpython/install-cpython.ts';
import { fixedHashes } from '../../engine/run/cpython/fixed-hashes.ts';
import { writeTrampoline } from '../../engine/run/cpython/keep-trampoline.ts';
import type { SandboxedPyodide } from '../../engine/run/cpython/start-pyodide.ts';
import { readPythonFiles } from '../cpython/read-python-files.ts';

// node write-python-snapshot.ts <file>: starts CPython to the point where a program could begin, and writes its compressed memory.
const [, , file = ''] = process.argv;
// Node would first print the line of Pyodide that raised the error, and that line is a megabyte long.
process.on('uncaughtException', ({ message }) => {
  console.error(message);
  process.exit(1);
});
const options = { env: fixedHashes, _makeSnapshot: true };
const pyodide = (await loadPyodide(options)) as unknown as SandboxedPyodide;
installCPython(pyodide, readPythonFiles());
pyodide.runPython('import yieldpoint.stream');
writeTrampoline(pyodide._module, 0);
writeFileSync(`${file}.part`, gzipSync(pyodide.makeMemorySnapshot()));
renameSync(`${file}.part`, file);
