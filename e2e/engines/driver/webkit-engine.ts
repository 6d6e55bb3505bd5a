import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EnginePrograms } from '../../../scripts/engines.ts';
import type { Engine, Reader, Target } from './engine.ts';
import { findInPage, keepsStill, toPlain } from './find-in-page.ts';
import type { EngineOptions } from './puppeteer-engine.ts';
import { isElementReference, WebDriverSession } from './webdriver-session.ts';
import { waitUntil } from './wait-until.ts';

/** WebKitGTK, driven through the W3C's WebDriver protocol on a virtual screen. */
export async function startWebKit(
  { driver = '', browser = '', screen = '' }: EnginePrograms,
  { webAssembly = true }: EngineOptions = {},
): Promise<Engine> {
  const { display, process: server } = await openScreen(screen);
  const env = {
    ...process.env,
    DISPLAY: display,
    ...(webAssembly ? {} : { JSC_useWasm: '0', JSC_useWebAssembly: '0' }),
  };
  return {
    name: 'webkit',
    open: async () => {
      const session = await WebDriverSession.start(driver, env, {
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      });
      await session.post('/timeouts', { script: 120_000, pageLoad: 60_000 });
      const reader = new WebKitReader(session);
      await reader.resize(1280, 900);
      return reader;
    },
    close: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

/** Starts a virtual screen, which chooses a free number and reports it. */
async function openScreen(program: string): Promise<{ readonly display: string; readonly process: ChildProcess }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1700x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface(server.stdio[3] as Readable);
  const [number] = (await once(lines, 'line')) as [string];
  return { display: `:${number}`, process: server };
}

class WebKitReader implements Reader {
  readonly faults: string[] = [];
  readonly #session: WebDriverSession;

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  async open(address: string): Promise<void> {
    await this.collectFaults();
    await this.#session.post('/url', { url: address });
    // On a busy machine the driver answers while the page is loading, and a key that is pressed before its scripts have run is lost.
    await waitUntil('the page to be loaded', () => this.evaluate(() => document.readyState === 'complete'));
  }

  async click(target: Target | string): Promise<void> {
    await waitUntil(`to press ${JSON.stringify(toPlain(target))}`, async () => {
      const element = await this.#session.run(String(findInPage), [toPlain(target)]);
      if (!isElementReference(element)) return false;
      if ((await this.#session.run(String(keepsStill), [element])) !== true) return false;
      await this.#session.click(element);
      return true;
    });
  }

  async type(text: string): Promise<void> {
    await this.#press(Array.from(text));
  }

  async press(key: string): Promise<void> {
    const keys = key.split('+').map((name) => keyCodes[name] ?? name);
    await this.#press([], keys);
  }

  async evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return (await this.#session.run(String(run), args)) as Awaited<Result>;
  }

  async resize(width: number, height: number): Promise<void> {
    // The window has a bar above the page, whose size is known only when there is a window.
    await this.#session.post('/window/rect', { width, height });
    const inner = await this.evaluate(() => [innerWidth, innerHeight] as const);
    await this.#session.post('/window/rect', { width: 2 * width - inner[0], height: 2 * height - inner[1] });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.#session.get('/screenshot')) as string, 'base64');
  }

  async print(): Promise<Buffer> {
    return Buffer.from((await this.#session.post('/print', {})) as string, 'base64');
  }

  async collectFaults(): Promise<readonly string[]> {
    const found = await this.#session
      .run('() => globalThis.collectedFaults?.splice(0) ?? []', [])
      .catch(() => [] as string[]);
    this.faults.push(...(found as string[]));
    return this.faults;
  }

  async close(): Promise<void> {
    await this.#session.end();
  }

  async #press(keys: readonly string[], together: readonly string[] = []): Promise<void> {
    const actions = [
      ...keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
      ...together.map((value) => ({ type: 'keyDown', value })),
      ...[...together].reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.#session.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}

/** Keys without a character, as WebDriver writes them. */
const keyCodes: Readonly<Record<string, string>> = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Delete: '\uE017',
};
