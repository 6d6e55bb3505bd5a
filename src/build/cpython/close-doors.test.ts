import { expect, it } from 'vitest';
import { installCPython } from '../../engine/run/cpython/install-cpython.ts';
import { startPyodide } from './load-cpython.ts';
import { readPythonFiles } from './read-python-files.ts';

// an interpreter of its own: closed doors stay closed
const cpython = installCPython(await startPyodide(), readPythonFiles());

const output = (source: string): unknown => cpython.run(source).events.find(({ kind }) => kind === 'output');

/** Prints how many JavaScript objects can be reached from the live objects of Python. */
const countProxies = `
import gc
def is_proxy(found):
    return not isinstance(found, type) and any(cls.__name__ == 'JsProxy' for cls in type(found).__mro__)
print(sum(is_proxy(found) for alive in gc.get_objects() for found in gc.get_referents(alive)))`;

const program = 'import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    print("done")';

it('leaves no way from Python into JavaScript, and changes no program', () => {
  expect(cpython.run('import js, pyodide_js, pyodide.http, pyodide.code').outcome.kind).toBe('finished');
  expect(output(countProxies)).not.toMatchObject({ text: '0' });
  const before = cpython.run(program);

  cpython.closeDoors();

  for (const door of ['js', 'pyodide_js', 'pyodide', 'pyodide.http', 'pyodide.code', '_pyodide_core', 'micropip']) {
    const { outcome } = cpython.run(`import ${door}`);
    expect(outcome).toMatchObject({ kind: 'failed', error: { name: 'ModuleNotFoundError' } });
  }
  // Neither forgetting the import nor asking for the built-in module brings it back.
  const again = [
    'import sys; del sys.modules["_pyodide_core"]; import _pyodide_core',
    `import _imp, importlib.machinery as m
print(_imp.create_builtin(m.ModuleSpec("_pyodide_core", m.BuiltinImporter)).__name__)`,
  ];
  for (const source of again) expect(cpython.run(source).outcome.kind).toBe('failed');
  expect(output(countProxies)).toMatchObject({ text: '0' });
  expect(cpython.run(program)).toEqual(before);
}, 60_000);
