import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pythonLanguage } from '@codemirror/lang-python';
import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { startPyodide } from '../../build/cpython/load-cpython.ts';
import { listSyntaxFaults } from './python-syntax.ts';

const pyodide = await startPyodide();

const check = (source: string): readonly string[] =>
  listSyntaxFaults(pythonLanguage.parser.parse(source), Text.of(source.split('\n'))).map(
    ({ line, message }) => `line ${line}: ${message}`,
  );

/** What CPython says about a program: nothing, or the line. */
const compile = (source: string): string =>
  String(
    pyodide.runPython(
      `try:\n    compile(${JSON.stringify(source)}, 'x', 'exec')\n    said = ''\nexcept SyntaxError as error:\n    said = f'line {error.lineno}'\nsaid`,
    ),
  );

describe('what is marked while Python is written', () => {
  it('is nothing in the files of CPython’s own library, but for the largest', () => {
    const read = pyodide.runPython(`
import glob, json, os, sys, zipfile
archive = next(path for path in sys.path if path.endswith('.zip'))
with zipfile.ZipFile(archive) as files:
    found = json.dumps({name: files.read(name).decode() for name in files.namelist() if name.endswith('.py') and files.getinfo(name).file_size < 30_000})
found`) as string;
    const files = Object.entries(JSON.parse(read) as Readonly<Record<string, string>>);
    expect(files.length).toBeGreaterThan(400);
    expect(files.filter(([, source]) => check(source).length > 0).map(([name]) => name)).toEqual([]);
  }, 120_000);

  it('is nothing in any program of the site', () => {
    const folder = path.resolve('content/articles');
    const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
    expect(programs.length).toBeGreaterThan(40);
    expect(programs.filter((name) => check(readFileSync(path.join(folder, name), 'utf8')).length > 0)).toEqual([]);
  });

  it.each([
    'x = [*a, *b]\nx[*a]',
    'x[1, *a] = yield',
    'n = 24. * 3\nm = [1.]',
    't"{x}" + T"y"',
    'match x:\n    case ast.Return(value=ast.Call()): pass',
    'with (a as b, c as d): pass',
    'try:\n    pass\nexcept A, B:\n    pass',
    'def f():\n    yield\n    x = yield\n    (yield)\n    return',
  ])('is nothing where CPython reads the program: %j', (source) => {
    expect([check(source), compile(source.replace('x[1, *a] = yield', 'def f(): x[1, *a] = yield'))]).toEqual([[], '']);
  });

  it.each([
    ['if x\n    pass', 1],
    ['x = 1\nfor i in range(3)\n    pass', 2],
    ['async def main():\n    await = 1', 2],
    ['x = 1 +', 1],
    ['def f():\nreturn 1', 2],
    ['x = [1, 2', 1],
    ['x = 1\nf(a b)', 2],
    ['x = {1: 2', 1],
    ['else:\n    pass', 1],
    ['x = "abc', 1],
    ['class', 1],
  ])('is the line that CPython names: %j', (source, line) => {
    expect(check(source)).toEqual([expect.stringMatching(`^line ${line}: `)]);
    expect(compile(source)).toBe(`line ${line}`);
  });

  it('is the bracket that is not closed', () => {
    expect(check('x = 1\ny = print(1,\n')).toEqual(['line 2: “(” is never closed.']);
  });
});
