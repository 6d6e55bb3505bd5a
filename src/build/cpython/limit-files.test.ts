import { expect, it } from 'vitest';
import { installCPython } from '../../engine/run/cpython/install-cpython.ts';
import { limitFiles } from '../../engine/run/cpython/limit-files.ts';
import type { SandboxedPyodide } from '../../engine/run/cpython/start-pyodide.ts';
import { startPyodide } from './load-cpython.ts';
import { readPythonFiles } from './read-python-files.ts';

const pyodide = (await startPyodide()) as SandboxedPyodide;
const cpython = installCPython(pyodide, readPythonFiles());
limitFiles(pyodide, 1_000_000);

it.each([
  ['truncate', 'open("/tmp/a", "wb").truncate(2_000_000_000)'],
  ['write', 'f = open("/tmp/b", "wb")\nfor _ in range(100): f.write(b"x" * 100_000); f.flush()'],
  ['pwrite', 'import os\nos.pwrite(os.open("/tmp/c", os.O_CREAT | os.O_RDWR), b"x", 2_000_000_000)'],
  ['a pipe', 'import os\n_, end = os.pipe()\nfor _ in range(100): os.write(end, b"x" * 100_000)'],
])('a program cannot store more than the limit in files by %s', (_, source) => {
  expect(cpython.run(source).outcome).toMatchObject({ kind: 'failed', error: { name: 'OSError' } });
});

it('small files work as before', () => {
  const source = 'from pathlib import Path\nPath("/tmp/d").write_text("abc")\nprint(Path("/tmp/d").read_text())';
  expect(cpython.run(source).events).toContainEqual(expect.objectContaining({ kind: 'output', text: 'abc' }));
});
