import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { installCPython } from '../../engine/run/cpython/install-cpython.ts';
import { startPyodide } from './load-cpython.ts';
import { readPythonFiles } from './read-python-files.ts';

const pyodide = await startPyodide();
installCPython(pyodide, readPythonFiles());
const folder = new URL('../../engine/run/cpython/python/tests/', import.meta.url);
pyodide.FS.mkdirTree('/tests');
for (const name of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
  pyodide.FS.writeFile(`/tests/${name}`, readFileSync(new URL(name, folder), 'utf8'));
}
const runTests = pyodide.runPython(`
import io, sys, unittest
sys.path.insert(0, '/tests')

def run_tests(module):
    report = io.StringIO()
    result = unittest.TextTestRunner(report).run(unittest.defaultTestLoader.loadTestsFromName(module))
    return f'{result.testsRun} tests' if result.wasSuccessful() else report.getvalue()

run_tests
`) as (module: string) => string;

it.each(readdirSync(folder).filter((name) => name.startsWith('test_')))(
  '%s passes in CPython',
  (name) => {
    expect(runTests(name.replace('.py', ''))).toMatch(/^[1-9]\d* tests$/);
  },
  60_000,
);
