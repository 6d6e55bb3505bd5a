import { hostNames } from '../src/engine/compile/host-names.ts';
import { expect, test } from './hostile-trial.ts';

// Each program may take its second, and TypeScript has to load first.
test.describe.configure({ timeout: 120_000 });

/** A TypeScript program and its expected result. `OUTSIDE` is replaced by an address that must not be reached. */
type Hostile = { readonly does: string; readonly source: string; readonly outcome: RegExp; readonly printed?: RegExp };

const main = (body: string): string => `export async function main() {\n${body}\n}`;
const scheduler = `import { createTask, getRunningLoop, sleep } from '@yieldpoint/scheduler';\n`;

const endless: readonly Hostile[] = [
  { does: 'loops', source: 'export function main() { for (;;) {} }', outcome: /^stopped time/ },
  { does: 'loops line by line', source: main('for (;;) {}'), outcome: /^stopped (events|time)/ },
  {
    does: 'loops and catches the error that should stop it',
    source: 'export function main() { for (;;) { try { for (;;) {} } catch {} finally { continue; } } }',
    outcome: /^stopped time/,
  },
  {
    does: 'draws from a generator without end',
    source: `function* numbers() { for (let n = 0; ; n++) yield n; }\n${main('for (const n of numbers()) n;')}`,
    outcome: /^stopped (time|events)/,
  },
  {
    does: 'suspends for ever',
    source: scheduler + main('for (;;) await sleep(0);'),
    outcome: /^stopped (iterations|events)/,
  },
  {
    does: 'calls itself back forever with callSoon',
    source: scheduler + main('const again = () => { getRunningLoop().callSoon(again); }; again(); await sleep(1);'),
    outcome: /^stopped (iterations|events)/,
  },
  {
    does: 'queues microtasks forever',
    source: main('const again = () => { Promise.resolve().then(again); }; again(); return 1;'),
    outcome: /^finished 1/,
  },
  {
    does: 'rejects a promise that nothing handles',
    source: main('Promise.reject(new Error("nobody")); return 1;'),
    outcome: /^finished 1/,
  },
  {
    does: 'calls itself without end',
    source: `function deeper(): number { return 1 + deeper(); }\n${main('return deeper();')}`,
    outcome: /^failed RangeError: .*\(line \d\)/,
  },
  {
    does: 'awaits itself without end',
    source: `async function deeper(): Promise<void> { await deeper(); }\n${main('await deeper();')}`,
    outcome: /^(failed|stopped)/,
  },
  {
    does: 'matches an expression that backtracks for years',
    source: main(`console.log('so far'); /(a+)+$/.test('a'.repeat(60) + 'b');`),
    outcome: /^stopped time/,
    printed: /^so far$/,
  },
  {
    does: 'multiplies numbers without end inside the engine',
    source: main(`console.log('so far'); let n = 3n; while (true) n = n * n;`),
    outcome: /^(stopped time|failed RangeError)/,
    printed: /^so far$/,
  },
  {
    does: 'makes the printing of a value endless',
    source: main(`console.log(new Proxy({}, { getPrototypeOf() { for (;;) {} }, ownKeys() { for (;;) {} } }));`),
    outcome: /^stopped time/,
  },
  {
    does: 'sleeps in the engine',
    source: main('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'),
    outcome: /^(failed|stopped time)/,
  },
];

const greedy: readonly Hostile[] = [
  {
    does: 'fills the memory with objects',
    source: main('const all = []; for (;;) all.push(new Array(10_000).fill({}));'),
    outcome: /^stopped memory/,
  },
  {
    does: 'fills the memory with bytes',
    source: main('const all = []; for (;;) all.push(new Uint8Array(50_000_000));'),
    outcome: /^stopped memory/,
  },
  {
    does: 'doubles a text without end',
    source: main(`let text = 'x'; for (;;) text += text;`),
    // The longest text of an engine takes about as much memory as a program may have.
    outcome: /^(failed RangeError|stopped memory)/,
  },
  {
    does: 'prints without end',
    source: main(`for (;;) console.log('all work and no play');`),
    outcome: /^stopped (output|events)/,
    printed: /^all work and no play$/,
  },
  {
    does: 'prints one line of 100 MB',
    source: main(`console.log('x'.repeat(100_000_000));`),
    outcome: /^stopped output/,
  },
  {
    does: 'gives a task a name of 10 MB',
    source: `${scheduler}${main(`await createTask(sleep(1), { name: 'x'.repeat(10_000_000) });`)}`,
    outcome: /^(stopped output|finished)/,
  },
  {
    does: 'starts a million tasks',
    source: `${scheduler}${main('for (let n = 0; n < 1_000_000; n++) createTask(sleep(1)); await sleep(2);')}`,
    outcome: /^stopped/,
  },
  {
    does: 'throws an error with a message of 100 MB',
    source: main(`throw new Error('x'.repeat(100_000_000));`),
    outcome: /^(failed Error: x+… |stopped time)/,
  },
];

const names = [
  ...['fetch("OUTSIDE")', 'new XMLHttpRequest()', 'new WebSocket("OUTSIDE")', 'new EventSource("OUTSIDE")'],
  ...[
    'navigator.sendBeacon("OUTSIDE")',
    'importScripts("OUTSIDE")',
    'new Worker("OUTSIDE")',
    'new SharedWorker("OUTSIDE")',
  ],
  ...['new WebTransport("OUTSIDE")', 'new RTCPeerConnection()', 'new FontFace("a", "url(OUTSIDE)")'],
  ...[
    'indexedDB.open("a")',
    'caches.open("a")',
    'localStorage.a',
    'sessionStorage.a',
    'document.cookie',
    'cookieStore.get("a")',
  ],
  ...[
    'document.body',
    'window.top',
    'parent.document',
    'top.location.assign("OUTSIDE")',
    'open("OUTSIDE")',
    'alert(1)',
  ],
  ...['postMessage("a")', 'self.close()', 'globalThis.fetch', 'new BroadcastChannel("a")', 'setTimeout(main, 0)'],
  ...['new MessageChannel()', 'queueMicrotask(main)', 'structuredClone({})', 'WebAssembly.compile()', 'process.exit()'],
];

const reaching: readonly Hostile[] = [
  {
    does: 'tries every name that reaches out of a worker',
    source: main(
      names
        .map(
          (name) =>
            `try { ${name}; console.log(${JSON.stringify(name)}); } catch (error) { if (!(error instanceof ReferenceError)) throw error; }`,
        )
        .join('\n'),
    ),
    outcome: /^finished None/,
  },
  {
    // The compiler refuses these names where they are used. This asks whether they are there at all.
    does: 'asks for every name of a host',
    source: main(
      [...hostNames.keys()]
        .map((name) => `if (typeof ${name} !== 'undefined') console.log(${JSON.stringify(name)});`)
        .join('\n'),
    ),
    outcome: /^finished None/,
  },
  {
    does: 'imports from elsewhere',
    source: `import 'OUTSIDE';\n${main('')}`,
    outcome: /^rejected 1:8 Expected an import from/,
  },
  {
    does: 'imports a data address',
    source: main(`await import('data:text/javascript,1');`),
    outcome: /^rejected 2:7 Expected an import from/,
  },
  {
    does: 'imports an address that it puts together',
    source: main(`const address = 'OUT' + 'SIDE'; await import(address);`),
    outcome: /^rejected 2:\d+ Expected an import from/,
  },
  {
    does: 'imports a blob',
    source: main(`await import('blob:null/0');`),
    outcome: /^rejected 2:7 Expected an import from/,
  },
  {
    does: 'makes a blob to run',
    source: main(`new Blob([]);`),
    outcome: /^failed NotHere: .*but got Blob\./,
  },
  {
    does: 'requires a module of Node',
    source: `declare const require: any;\n${main(`require('fs');`)}`,
    outcome: /^failed TypeError: .*got require\("fs"\)/,
  },
  { does: 'makes code of text with eval', source: main(`eval('1');`), outcome: /^failed EvalError/ },
  {
    does: 'makes code of text with a constructor',
    source: main(`(() => {}).constructor('return this')();`),
    outcome: /^failed EvalError/,
  },
  {
    does: 'makes generators of text',
    source: main(`Object.getPrototypeOf(function* () {}).constructor('yield 1')();`),
    outcome: /^failed EvalError/,
  },
  {
    does: 'looks for the global object in this',
    source: main(`console.log(typeof (function (this: unknown) { return this; })());`),
    outcome: /^finished/,
    printed: /^undefined$/,
  },
  {
    does: 'closes the function it is put into',
    source: `}; postMessage('d{"kind":"finished","value":"7"}'); {`,
    outcome: /^rejected/,
  },
];

const forging: readonly Hostile[] = [
  {
    does: 'pollutes the prototypes that recording uses',
    source: main(`
      Object.defineProperty(Object.prototype, 'toJSON', { value: () => ({ kind: 'evil' }) });
      Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true });
      console.log('x');`),
    outcome: /^failed ForgedTrace: Expected a record of the run, but/,
  },
  {
    does: 'writes its own record',
    source: main(`JSON.stringify = () => '{"seq":0,"kind":"__proto__","__proto__":{"polluted":1}}'; console.log('x');`),
    outcome: /^failed ForgedTrace/,
  },
  {
    does: 'breaks the record’s JSON',
    source: main(`JSON.stringify = () => ']}{['; console.log('x');`),
    outcome: /^failed ForgedTrace/,
  },
  {
    does: 'takes push away from arrays',
    source: main(`Array.prototype.push = function () { throw new Error('no'); }; console.log('x');`),
    outcome: /^failed Error: no \(line 2\) · /,
  },
  {
    does: 'claims an outcome that does not exist',
    source: main(
      `const real = JSON.stringify; JSON.stringify = (value: any) => real(value?.kind === 'finished' ? { kind: 'owned' } : value);`,
    ),
    outcome: /^failed ForgedTrace/,
  },
];

const dressed = '<img src=OUTSIDE onerror="hacked = 1"><script>hacked = 2</script>';
const showing: readonly Hostile[] = [
  {
    does: 'prints markup',
    source: main(`console.log(${JSON.stringify(dressed)});`),
    outcome: /^finished/,
    printed: /^<img .*<\/script>$/,
  },
  {
    does: 'fails with markup',
    source: main(`throw new Error(${JSON.stringify(dressed)});`),
    outcome: /^failed Error: <img /,
  },
  {
    does: 'names a task in markup and returns it',
    source:
      scheduler +
      main(`await createTask(sleep(1), { name: ${JSON.stringify(dressed)} }); return ${JSON.stringify(dressed)};`),
    outcome: /^finished '<img /,
  },
  {
    does: 'prints characters that reverse or hide the text after them',
    source: main(`console.log('a\\u202Eb\\u0007c\\uD800d\\te');`),
    outcome: /^finished/,
    printed: /^a�b�c�d\te$/,
  },
];

const compiling: readonly Hostile[] = [
  {
    does: 'is longer than allowed',
    source: `${main('')}//${'x'.repeat(200_000)}`,
    outcome: /^rejected 1:1 Expected a program of at most 200000 characters, but got 2000/,
  },
  {
    does: 'nests brackets fifty thousand deep',
    source: main(`return ${'['.repeat(50_000)}${']'.repeat(50_000)};`),
    outcome: /^(rejected|stopped time|failed RangeError)/,
  },
  {
    does: 'has types that take forever to check',
    source: `type Twice<T> = [T, T];\ntype Many<N extends number, T = 1, C extends 1[] = []> = C['length'] extends N ? T : Many<N, Twice<T>, [...C, 1]>;\nconst x: Many<900> = 1;\n${main('return 1;')}`,
    outcome: /^(finished 1|stopped time|rejected)/,
  },
  { does: 'is not a program at all', source: '\u0000\uFFFF<<<>>>}}{{', outcome: /^rejected 1:/ },
  { does: 'exports nothing', source: '', outcome: /^finished None/ },
];

for (const { does, source, outcome, printed } of [
  ...endless,
  ...greedy,
  ...reaching,
  ...forging,
  ...showing,
  ...compiling,
]) {
  test(`a program that ${does} does no harm`, async ({ trial }) => {
    const text = source.replaceAll('OUTSIDE', trial.outside);
    expect(await trial.run('typescript', text, outcome)).toMatch(outcome);
    const lines = await trial.printed();
    if (printed === undefined) expect(lines).toEqual([]);
    else expect(lines[0]).toMatch(printed);
    expect(lines.length).toBeLessThanOrEqual(1000);
    await trial.expectUnharmed('typescript', text);
  });
}
