import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EnginePrograms } from '../../../scripts/engines.ts';
import type { Engine, Reader, Target } from './engine.ts';
import { findInPage, toPlain } from './find-in-page.ts';
import type { EngineOptions } from './puppeteer-engine.ts';
import { watchFaults } from './watch-faults.ts';
import { isElementReference, WebDriverSession } from './webdriver-session.ts';
import { waitFor } from './wait-for.ts';

/** WebKitGTK, driven over the W3C's WebDriver protocol on a screen that nobody sees. */
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
    readConsole: (address, end) => readConsole(browser, env, address, end),
    close: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

/**
 * WebKit writes no console of a browser that is driven, because that one keeps nothing; so this is one that nobody drives, with a home of
 * its own.
 */
async function readConsole(
  browser: string,
  env: NodeJS.ProcessEnv,
  address: string,
  end: string,
): Promise<readonly string[]> {
  const home = await mkdtemp(path.join(tmpdir(), 'webkit-'));
  const child = spawn('stdbuf', ['-oL', browser, '--enable-write-console-messages-to-stdout=true', address], {
    env: { ...env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.includes(end)) break;
    if (line.includes('CONSOLE')) said.push(line);
  }
  child.kill();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
  return said;
}

/** Starts a screen, which chooses a free number and says it. */
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
    await this.#session.run(String(watchFaults), []);
  }

  async click(target: Target | string): Promise<void> {
    await waitFor(`to press ${JSON.stringify(toPlain(target))}`, async () => {
      const element = await this.#session.run(String(findInPage), [toPlain(target)]);
      if (!isElementReference(element)) return false;
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
    // The window has a bar above the page, whose size is known once there is a window.
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
