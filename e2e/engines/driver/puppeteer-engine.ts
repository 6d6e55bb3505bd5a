import process from 'node:process';
import puppeteer, { type Browser, type ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { chromiumArguments } from '../../../scripts/chromium.ts';
import type { Engine, Reader, Target } from './engine.ts';
import { findInPage, keepsStill, toPlain } from './find-in-page.ts';
import { waitUntil } from './wait-until.ts';

/** How to start an engine for a test about a browser that lacks something. */
export type EngineOptions = { readonly webAssembly?: boolean };

/** Chromium through its DevTools protocol, and Firefox through WebDriver BiDi. */
export async function startPuppeteer(
  name: 'chromium' | 'firefox',
  executablePath: string,
  { webAssembly = true }: EngineOptions = {},
): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    protocolTimeout: 120_000,
    args: name === 'chromium' ? [...chromiumArguments, ...(webAssembly ? [] : ['--js-flags=--jitless'])] : [],
    // Firefox refuses to run as root in another user's home, although puppeteer makes its own profile.
    env: { ...process.env, HOME: process.env['HOME'] ?? '/root' },
    extraPrefsFirefox: { 'javascript.options.wasm': webAssembly },
  });
  return {
    name,
    open: () => openReader(browser),
    close: () => browser.close(),
  };
}

async function openReader(browser: Browser): Promise<Reader> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  return new PuppeteerReader(page, faults, () => context.close());
}

class PuppeteerReader implements Reader {
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
  readonly #page: Page;

  constructor(page: Page, faults: readonly string[], close: () => Promise<void>) {
    this.#page = page;
    this.faults = faults;
    this.close = close;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  async click(target: Target | string): Promise<void> {
    await waitUntil(`to press ${JSON.stringify(toPlain(target))}`, async () => {
      const found = await this.#page.evaluateHandle(findInPage, toPlain(target));
      const element = found.asElement() as ElementHandle | null;
      if (element === null) return false;
      await element.scrollIntoView();
      if (!(await element.evaluate(keepsStill))) return false;
      await element.click();
      return true;
    });
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    const keys = key.split('+') as KeyInput[];
    for (const held of keys.slice(0, -1)) await this.#page.keyboard.down(held);
    await this.#page.keyboard.press(keys.at(-1) ?? 'Enter');
    for (const held of keys.slice(0, -1).reverse()) await this.#page.keyboard.up(held);
  }

  async evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return (await this.#page.evaluate(run as unknown as (...args: unknown[]) => unknown, ...args)) as Awaited<Result>;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewport({ width, height });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#page.screenshot());
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.#page.pdf({ format: 'a4', printBackground: false }));
  }

  collectFaults(): Promise<readonly string[]> {
    return Promise.resolve(this.faults);
  }
}
