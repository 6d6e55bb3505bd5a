import { expect, it } from 'vitest';
import { installCPython } from '../../engine/run/cpython/install-cpython.ts';
import { startPyodide } from './load-cpython.ts';
import { readPythonFiles } from './read-python-files.ts';

const pyodide = await startPyodide();
const cpython = installCPython(pyodide, readPythonFiles());
const posted: string[] = [];
const teller = cpython.tellTo((text) => posted.push(text));

/** The messages that leave Python for a run. */
function tell(source: string): { readonly events: unknown[]; readonly outcome: unknown; readonly messages: number } {
  posted.length = 0;
  teller.run(source, { maxEvents: 3000 });
  const events = posted.slice(0, -1).flatMap((text) => JSON.parse(text.slice(1)) as unknown[]);
  const outcome: unknown = JSON.parse(posted.at(-1)?.slice(1) ?? '');
  expect(posted.map((text) => text[0])).toEqual([...Array.from({ length: posted.length - 1 }, () => 'e'), 'd']);
  return { events, outcome, messages: posted.length };
}

const listImports = pyodide.runPython('lambda source: list(yieldpoint.stream.list_imports(source)).__repr__()') as (
  source: string,
) => string;

it('finds what a program imports from the library, and nothing else', () => {
  const source = [
    'import asyncio, urllib.request as r, nothing_of_the_kind',
    'from concurrent.futures import ThreadPoolExecutor as Pool, wait',
    'from json import *',
    'from time import (',
    '    sleep)',
    'def main():',
    '    import random',
    'text = "import os"',
    'import this, antigravity, js, pyodide.ffi',
  ].join('\n');
  expect(listImports(source)).toBe(
    "['asyncio', 'urllib.request', 'concurrent.futures', 'concurrent.futures.ThreadPoolExecutor', 'concurrent.futures.wait', 'json', 'time', 'random']",
  );
});

it('imports the library before a program begins, and leaves failing imports to the program', () => {
  const loaded = 'import sys\nprint("wave" in sys.modules)';
  teller.importLibrary('import wave, tkinter, wave.nothing\nimport \0');
  expect(tell(loaded).events).toContainEqual(expect.objectContaining({ kind: 'output', text: 'True' }));
});

it('sends the events of a run one by one', () => {
  const source =
    'import asyncio\nasync def main():\n    print("é", "\\ud800")\n    await asyncio.sleep(1)\n    return 7\n';
  const { events, outcome } = cpython.run(source, { level: 'full' });
  expect(tell(source)).toEqual({ events, outcome, messages: events.length + 1 });
});

it('sends a long run in batches from the thousandth event on', () => {
  const { events, outcome, messages } = tell(
    'def numbers():\n    while True:\n        yield 1\nfor n in numbers():\n    print(n)',
  );
  expect(events).toHaveLength(3000);
  expect(outcome).toEqual({ kind: 'stopped', limit: 'events', most: 3000 });
  expect(messages).toBe(1000 + 2000 / 50 + 1);
});
