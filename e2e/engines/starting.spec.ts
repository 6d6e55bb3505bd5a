import { expect, test } from './reading-room.ts';
import { honestPrograms } from '../honest-programs.ts';
import { SandboxPage } from './sandbox-page.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const frame = 'sandbox-python.html';
const help = 'Programs in TypeScript run without it.';

/** The page of Python's frame, with a script added before the worker's script, which the page contains as data. */
function withScript(page: string, script: string): string {
  const changed = page.replace('"worker":"', `"worker":${JSON.stringify(`${script};`).slice(0, -1)}`);
  if (changed === page) throw new Error('Expected the worker’s script in the frame’s page, but it is not there.');
  return changed;
}

/**
 * A script that makes the instantiation of CPython's own module fail, but not that of the small modules with which Pyodide tests
 * features.
 */
function failWith(error: string): string {
  return `const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (module, imports) =>
      module instanceof WebAssembly.Module && WebAssembly.Module.exports(module).length > 1000
        ? Promise.reject(${error})
        : instantiate(module, imports)`;
}

test('the snapshot starts Python, and keeps the engine’s own trampoline', async ({ reader, site }) => {
  // Without the snapshot a worker has nothing else to start from, so a worker that starts has used it.
  const noPlainStart = `const load = Response.prototype.arrayBuffer; let started = false;
    Response.prototype.arrayBuffer = function () { started = true; return load.call(this); };
    const { instantiate } = WebAssembly; let count = 0;
    WebAssembly.instantiate = function (...args) {
      if (args[0] instanceof WebAssembly.Module && WebAssembly.Module.exports(args[0]).length > 1000 && ++count > 1)
        throw new Error('Expected no second start.');
      return instantiate.apply(this, args);
    }`;
  site.changes.set(frame, withScript(String(site.read(frame)), noPlainStart));
  const page = new SandboxPage(reader);
  await page.open(site.origin);
  expect(await page.run('python', honestPrograms.python)).toMatch(/^finished 7 · .* · CPython 3\.14/);
});

for (const [what, path] of [
  ['is not on the host', 'pyodide/snapshot.json'],
  ['does not fit this build of Python', undefined],
] as const) {
  test(`if the snapshot ${what}, Python starts from scratch`, async ({ reader, site }) => {
    if (path !== undefined) site.changes.set(path, null);
    else
      site.changes.set(
        frame,
        withScript(
          String(site.read(frame)),
          `const load = Response.prototype.arrayBuffer;
           Response.prototype.arrayBuffer = async function () {
             const bytes = await load.call(this);
             if (bytes.byteLength > 20e6) new Uint8Array(bytes)[0] ^= 1;
             return bytes;
           }`,
        ),
      );
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    expect(await page.run('python', honestPrograms.python)).toMatch(/^finished 7 · .* · CPython 3\.14/);
  });
}

test.describe('a failure to start reports its own cause', () => {
  // Failed requests appear on the console.
  test.use({ isNoisy: true });

  for (const [does, script, said] of [
    [
      'there is too little memory',
      failWith("new RangeError('WebAssembly.Memory(): could not allocate memory')"),
      `Expected Python to start, but the engine of this browser says “RangeError: WebAssembly.Memory(): could not allocate memory”. Close other tabs and programs, and press Run again. ${help}`,
    ],
    [
      'the engine is too old',
      failWith("new WebAssembly.CompileError('invalid value type 0x69')"),
      `Expected Python to start, but the engine of this browser says “CompileError: invalid value type 0x69”. Update the browser; if it is up to date, report this. ${help}`,
    ],
    [
      'something unexpected is wrong',
      failWith("new Error('the moon is full')"),
      'Expected Python to start, but the engine of this browser says “Error: the moon is full”. That is a fault of this site: report it, with the name of your browser and its version.',
    ],
  ] as const) {
    test(`where ${does}`, async ({ reader, site }) => {
      site.changes.set(frame, withScript(String(site.read(frame)), script));
      const page = new SandboxPage(reader);
      await page.open(site.origin);
      expect(await page.run('python', honestPrograms.python)).toBe(`SandboxUnavailable: ${said}`);
      expect(await page.run('typescript', honestPrograms.typescript)).toMatch(/^finished 7 · /);
    });
  }

  test('if a file is missing, the site is blamed, and the next press fetches it', async ({ reader, site }) => {
    const file = 'pyodide/314.0.7/pyodide.asm.mjs.txt';
    site.changes.set(file, null);
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    expect(await page.run('python', honestPrograms.python)).toBe(
      'SandboxUnavailable: Expected Python to start, but pyodide.asm.mjs: the answer was 404. That is a fault of this site. Reload the page; if that does not help, report it.',
    );
    site.changes.delete(file);
    expect(await page.run('python', honestPrograms.python)).toMatch(/^finished 7 · /);
  });

  test('if a frame’s page is missing, the site is blamed', async ({ reader, site }) => {
    site.changes.set('sandbox.html', null);
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    expect(await page.run('typescript', honestPrograms.typescript)).toBe(
      'SandboxUnavailable: Expected TypeScript to start, but the page of its frame is not there. That is a fault of this site. Reload the page; if that does not help, report it.',
    );
  });

  test('the connection is blamed if there is no network, and only then', async ({ reader, site }) => {
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    // The scripts of the page are there, but nothing else that Python needs.
    expect(await page.run('typescript', honestPrograms.typescript)).toMatch(/^finished 7 · /);
    await reader.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await site.close();
    await page.start('python', honestPrograms.python);
    // An engine that sends no event for a frame's page that it cannot fetch must not make the reader wait for one.
    expect(await page.outcome(12_000)).toMatch(
      /^SandboxUnavailable: Expected Python to start, but .*\. Check the connection and press Run again\.$/,
    );
  });
});
