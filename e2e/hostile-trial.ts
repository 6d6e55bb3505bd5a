import { test as base, type Browser, expect, type Page } from '@playwright/test';
import type { Language } from '../src/engine/trace/event/events.ts';
import { honestPrograms } from './honest-programs.ts';
import { listenOutside, type Outside } from './listen-outside.ts';
import { saidByTheRunner } from './site.ts';

/** The page for trying programs, and what must still be true of it after each program. */
export class Trial {
  readonly page: Page;
  /** Faults outside the program's own run: console messages, errors of the page. */
  readonly faults: string[] = [];
  readonly #outside: Outside;

  constructor(page: Page, outside: Outside, isNoisy: boolean) {
    this.page = page;
    this.#outside = outside;
    page.on('console', (message) => {
      if (!isNoisy && message.text() !== saidByTheRunner) this.faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    // A request that the browser refuses is also a request, but nobody answers it.
    const count = (event: { url(): string }): void => {
      if (event.url().includes('stolen')) this.faults.push(`request: ${event.url()}`);
    };
    if (isNoisy) page.on('response', count);
    else page.on('request', count);
  }

  /** An address outside the site; requests to it are counted. */
  get outside(): string {
    return `http://127.0.0.1:${this.#outside.port}/stolen`;
  }

  /** Opens the page like a reader. */
  async open(): Promise<void> {
    const response = await this.page.goto('/dev/sandbox/');
    if (response?.status() !== 200) {
      throw new Error('Expected the page /dev/sandbox/, but it is not in dist/. Build with DEV_PAGES=1.');
    }
    await this.page.evaluate(() => {
      const state = Object.assign(globalThis, { longestPause: 0 });
      let before = performance.now();
      setInterval(() => {
        state.longestPause = Math.max(state.longestPause, performance.now() - before);
        before = performance.now();
      }, 20);
    });
  }

  /** Enters a program and presses Run. */
  async start(language: Language, source: string, timeMs = 1000): Promise<void> {
    const { page } = this;
    await page.getByLabel('Language').selectOption(language);
    await page.getByLabel('Time limit').fill(String(timeMs));
    await page.getByLabel('Program').fill(source);
    await page.getByRole('button', { name: 'Run' }).click();
  }

  /** The result of the program, in words. */
  async outcome(mostMs = 60_000): Promise<string> {
    const outcome = this.page.locator('.outcome');
    // The page itself notices the result; an expectation would look for it twice a second.
    await outcome.evaluate(
      (element, most) =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            if (/[^…]/.test(element.textContent)) resolve();
          };
          new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true });
          setTimeout(resolve, most);
          look();
        }),
      mostMs,
    );
    await expect(outcome).toHaveText(/[^…]/);
    return (await outcome.textContent()) ?? '';
  }

  /**
   * Runs a program to its end and returns the result. A program that is not expected to run out of time gets ten times the usual
   * limit, so that a busy machine does not stop it first.
   */
  async run(language: Language, source: string, expected = /^finished/): Promise<string> {
    await this.start(language, source, expected.source.includes('time') ? 1000 : 10_000);
    return this.outcome();
  }

  /** The lines on the console. */
  printed(): Promise<string[]> {
    return this.page.locator('.printed li').allTextContents();
  }

  /**
   * Asserts that the program did no harm: its text is still there, the page never froze, the next run works, nothing was requested
   * from elsewhere, and the browser's console is empty.
   */
  async expectUnharmed(language: Language, source: string): Promise<void> {
    const { page } = this;
    expect(await page.getByLabel('Program').inputValue()).toBe(source.replaceAll('\r', ''));
    expect(await page.evaluate(() => (globalThis as unknown as { longestPause: number }).longestPause)).toBeLessThan(
      1000,
    );
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
    expect(await this.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    expect(await this.printed()).toEqual(['before', 'after']);
    expect(page.context().pages()).toEqual([page]);
    expect(new URL(page.url()).pathname).toBe('/dev/sandbox/');
    expect(this.#outside.requests).toBe(0);
    expect(this.faults).toEqual([]);
  }
}

type Shared = {
  readonly outside: Outside;
  /** Whether the tests are about things that the browser itself refuses, which it reports on its console. */
  readonly isNoisy: boolean;
  readonly sharedTrial: Trial;
};

/**
 * A test with a page for trying programs that all tests of a worker share, so that one test finds whatever another left behind.
 * `ownTrial` has its own browser, for programs that hang a process which later tests would get.
 */
export const test = base.extend<{ trial: Trial; ownTrial: Trial }, Shared>({
  outside: [
    async ({}, use) => {
      const outside = await listenOutside();
      await use(outside);
      outside.server.close();
    },
    { scope: 'worker' },
  ],
  isNoisy: [false, { option: true, scope: 'worker' }],
  sharedTrial: [
    async ({ browser, outside, isNoisy }, use, { project }) => {
      const trial = await openTrial(browser, project.use.baseURL, outside, isNoisy);
      await use(trial);
      await trial.page.context().close();
    },
    { scope: 'worker' },
  ],
  trial: async ({ sharedTrial }, use) => {
    sharedTrial.faults.length = 0;
    await sharedTrial.page.evaluate(() => Object.assign(globalThis, { longestPause: 0 }));
    await use(sharedTrial);
  },
  ownTrial: async ({ playwright, launchOptions, baseURL, outside, isNoisy }, use) => {
    const browser = await playwright.chromium.launch(launchOptions);
    await use(await openTrial(browser, baseURL, outside, isNoisy));
    await browser.close();
  },
});

async function openTrial(browser: Browser, baseURL = '', outside: Outside, isNoisy: boolean): Promise<Trial> {
  const context = await browser.newContext({ baseURL });
  const trial = new Trial(await context.newPage(), outside, isNoisy);
  await trial.open();
  return trial;
}

export { expect };
