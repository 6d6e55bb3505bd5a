import { expect, test } from './hostile-trial.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

/** A Python program and its expected result. `OUTSIDE` is replaced by an address that must not be reached. */
type Hostile = { readonly does: string; readonly source: string; readonly outcome: RegExp; readonly printed?: RegExp };

/** A program that tries one thing after another and prints, for each that is refused, the error, and `GOT` for the others. */
const attempts = (...lines: readonly string[]): string =>
  lines
    .map(
      (line) =>
        `try:\n    ${line}\n    print('GOT', ${JSON.stringify(line)})\nexcept BaseException as error:\n    print(type(error).__name__)`,
    )
    .join('\n');

const endless: readonly Hostile[] = [
  { does: 'loops', source: 'while True:\n    pass', outcome: /^stopped time/ },
  {
    does: 'loops and catches the error that should stop it',
    source: 'while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass',
    outcome: /^stopped time/,
  },
  {
    does: 'loops inside a function written in C',
    source: 'import itertools\nprint("so far")\nsum(itertools.repeat(1))',
    outcome: /^stopped time/,
    printed: /^so far$/,
  },
  {
    does: 'matches an expression that backtracks for years',
    source: 'import re\nprint("so far")\nre.match("(a+)+$", "a" * 60 + "b")',
    outcome: /^stopped time/,
    printed: /^so far$/,
  },
  {
    does: 'computes a number of a billion digits',
    source: 'print("so far")\n10 ** 10 ** 9',
    outcome: /^(stopped time|failed MemoryError)/,
    printed: /^so far$/,
  },
  {
    does: 'suspends for ever',
    source: 'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)',
    outcome: /^stopped (iterations|events|time)/,
  },
  {
    does: 'calls itself back forever with call_soon',
    source:
      'import asyncio\nasync def main():\n    loop = asyncio.get_running_loop()\n    def again():\n        loop.call_soon(again)\n    again()\n    await asyncio.sleep(1)',
    outcome: /^stopped (iterations|events|time)/,
  },
  {
    does: 'calls itself without end',
    source: 'def deeper():\n    return deeper()\ndeeper()',
    outcome: /^failed RecursionError: .*\(line 2\)/,
  },
  {
    does: 'raises the limit and calls itself without end',
    source:
      'import sys\nsys.setrecursionlimit(2**31 - 1)\nclass A:\n    def __repr__(self):\n        return repr([self])\nprint("so far")\nrepr(A())',
    outcome: /^(failed|stopped)/,
    printed: /^so far$/,
  },
];

const greedy: readonly Hostile[] = [
  { does: 'asks for 10 GB', source: 'x = "x" * 10**10', outcome: /^failed (MemoryError|OverflowError)/ },
  {
    does: 'fills the memory',
    source: 'all = []\nwhile True:\n    all.append(bytearray(10_000_000))',
    outcome: /^(failed MemoryError|stopped time)/,
  },
  {
    does: 'fills the memory with lists',
    source: 'all = []\nwhile True:\n    all = [all, all] * 1000',
    outcome: /^(failed|stopped time)/,
  },
  {
    does: 'prints without end',
    source: 'while True:\n    print("all work and no play")',
    outcome: /^stopped (output|events|time)/,
    printed: /^all work and no play$/,
  },
  { does: 'prints one line of 50 MB', source: 'print("x" * 50_000_000)', outcome: /^stopped output/ },
  {
    does: 'starts a million tasks',
    source:
      'import asyncio\nasync def main():\n    for n in range(1_000_000):\n        asyncio.create_task(asyncio.sleep(1))\n    await asyncio.sleep(2)',
    outcome: /^stopped/,
  },
  {
    does: 'raises an error with a message of 10 MB',
    source: 'raise ValueError("x" * 10_000_000)',
    outcome: /^failed ValueError: x+… |^stopped/,
  },
];

const reaching: readonly Hostile[] = [
  {
    does: 'imports modules that lead into JavaScript',
    source: attempts(
      'import js',
      'import pyodide_js',
      'import pyodide',
      'import pyodide.http',
      'import pyodide.ffi',
      'import micropip',
      'import _pyodide_core',
      'import _pyodide',
    ),
    outcome: /^finished None/,
    printed: /^ModuleNotFoundError$/,
  },
  {
    does: 'looks for JavaScript among all objects that live',
    source:
      'import gc\nfound = [o for o in gc.get_objects() if "Js" in type(o).__name__ or "pyodide" in getattr(type(o), "__module__", "")]\nprint(len(found))',
    outcome: /^finished None/,
    printed: /^0$/,
  },
  {
    does: 'opens connections',
    source: attempts(
      'import socket; socket.create_connection(("127.0.0.1", OUTPORT), 1).send(b"x")',
      'import urllib.request; urllib.request.urlopen("OUTSIDE").read()',
      'import http.client; c = http.client.HTTPConnection("127.0.0.1", OUTPORT); c.request("GET", "/stolen"); c.getresponse()',
      'import asyncio; asyncio.run(asyncio.open_connection("127.0.0.1", OUTPORT))',
    ),
    outcome: /^finished None/,
    printed: /Error$/,
  },
  {
    does: 'starts threads and processes',
    // A thread runs on its own lane in virtual time, and prints an empty line; everything else is refused.
    source: attempts(
      'import threading; threading.Thread(target=print).start()',
      'import subprocess; subprocess.run(["ls"])',
      'import os; os.fork()',
      'import multiprocessing; multiprocessing.Process(target=print).start()',
    ),
    outcome: /^finished None/,
    printed: /^$|Error$|^GOT import threading; threading\.Thread\(target=print\)\.start\(\)$/,
  },
  {
    does: 'opens a browser',
    source: attempts('import webbrowser; assert webbrowser.open("OUTSIDE")'),
    outcome: /^finished None/,
    printed: /Error$/,
  },
  {
    does: 'has the engine run a text through ctypes',
    source: 'import ctypes\nprint("so far")\nctypes.CDLL(None).emscripten_run_script(b"hacked = 1")',
    outcome: /^failed EvalError/,
    printed: /^so far$/,
  },
  { does: 'reads from the keyboard', source: 'input()', outcome: /^stopped input/ },
  { does: 'leaves the process', source: 'import sys\nsys.exit(3)', outcome: /^failed SystemExit/ },
  {
    does: 'ends the process at once',
    source: 'import os\nprint("so far")\nos._exit(3)',
    outcome: /^(failed|stopped)/,
    printed: /^so far$/,
  },
  {
    does: 'aborts the process',
    source: 'import os\nprint("so far")\nos.abort()',
    outcome: /^(failed|stopped)/,
    printed: /^so far$/,
  },
  {
    does: 'writes files',
    source: 'open("/home/pyodide/kept.txt", "w").write("x")\nprint("written")',
    outcome: /^finished/,
    printed: /^written$/,
  },
  {
    does: 'reads what an earlier program wrote',
    source: attempts('open("/home/pyodide/kept.txt")'),
    outcome: /^finished/,
    printed: /^FileNotFoundError$/,
  },
];

const forging: readonly Hostile[] = [
  {
    does: 'writes the end of its own record',
    source: `open('/dev/trace', 'w').write('d{"kind":"finished","value":"7"}')`,
    outcome: /^finished 7 · /,
  },
  {
    does: 'writes events of its own',
    source: `open('/dev/trace', 'w').write('e[{"__proto__":{"polluted":1},"seq":0}]')`,
    outcome: /^failed ForgedTrace/,
  },
  {
    does: 'writes something that is not a message',
    source: `open('/dev/trace', 'w').write('hello')`,
    outcome: /^stopped output/,
  },
  {
    does: 'floods the frame',
    source: `import os\nf = os.open('/dev/trace', os.O_WRONLY)\nwhile True:\n    os.write(f, b'e[]')`,
    outcome: /^stopped output/,
  },
  {
    does: 'sends the frame 50 MB',
    source: `open('/dev/trace', 'w').write('e' + ' ' * 50_000_000)`,
    outcome: /^stopped output/,
  },
  {
    does: 'takes its recorder apart',
    source:
      'import asyncio, json, os, sys\njson.dumps = None\nos.write = None\nsys.modules.clear()\nasyncio.tasks.Task = None',
    outcome: /^finished None · 7 events · CPython 3\.14/,
  },
];

const dressed = '<img src=OUTSIDE onerror="hacked = 1"><script>hacked = 2</script>';
const showing: readonly Hostile[] = [
  {
    does: 'prints markup',
    source: `print(${JSON.stringify(dressed)})`,
    outcome: /^finished/,
    printed: /^<img .*<\/script>$/,
  },
  {
    does: 'names a task in markup and fails with it',
    source: `import asyncio\nasync def main():\n    await asyncio.create_task(asyncio.sleep(1), name=${JSON.stringify(dressed)})\n    raise ValueError(${JSON.stringify(dressed)})`,
    outcome: /^failed ValueError: <img /,
  },
  {
    does: 'prints characters that reverse or hide the text after them',
    source: String.raw`print('a\u202Eb\x07c\ud800d\te')`,
    outcome: /^finished/,
    printed: /^a�b�c�d\te$/,
  },
  { does: 'is no Python', source: 'def', outcome: /^failed SyntaxError: .*\(line 1\)/ },
  { does: 'contains bytes that no source may contain', source: 'x = 1\0', outcome: /^failed SyntaxError/ },
];

for (const { does, source, outcome, printed } of [...endless, ...greedy, ...reaching, ...forging, ...showing]) {
  test(`a Python program that ${does} does no harm`, async ({ trial }) => {
    const text = source.replaceAll('OUTSIDE', trial.outside).replaceAll('OUTPORT', new URL(trial.outside).port);
    expect(await trial.run('python', text, outcome)).toMatch(outcome);
    const lines = await trial.printed();
    if (printed === undefined) {
      expect(lines).toEqual([]);
    } else {
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).toMatch(printed);
    }
    await trial.expectUnharmed('python', text);
  });
}
