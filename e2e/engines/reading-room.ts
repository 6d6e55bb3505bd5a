import { test as base, expect } from '@playwright/test';
import { type EngineName, findPrograms, provideEngine } from '../../scripts/engines.ts';
import { ChangingSite } from '../changing-site.ts';
import type { Engine, Reader } from './driver/engine.ts';
import { type EngineOptions, startPuppeteer } from './driver/puppeteer-engine.ts';
import { waitUntil } from './driver/wait-until.ts';
import { watchFaults } from './driver/watch-faults.ts';
import { startWebKit } from './driver/webkit-engine.ts';

type OfTest = {
  /** The built site on its own host. */
  readonly site: ChangingSite;
  /** A page in the engine that runs the test. A test fails if a quiet page has anything on its console at the end. */
  readonly reader: Reader;
  /** Whether the test is about things that a browser refuses and may report on its console. */
  readonly isNoisy: boolean;
};

type OfWorker = {
  readonly engine: Engine;
  readonly engineOptions: EngineOptions;
};

/** A test that runs in each engine. */
export const test = base.extend<OfTest, OfWorker>({
  engineOptions: [{}, { option: true, scope: 'worker' }],
  engine: [
    async ({ engineOptions }, use, { project }) => {
      const engine = await startEngine(project.name as EngineName, engineOptions);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  isNoisy: [false, { option: true }],
  site: async ({ engine }, use) => {
    const site = await ChangingSite.open();
    if (engine.name === 'webkit') site.prelude = watchFaults;
    await use(site);
    await site.close().catch(() => undefined);
  },
  // Set up after the site, so that the site is closed last; a request still in flight would otherwise fail.
  reader: async ({ engine, isNoisy, site: _ }, use) => {
    const reader = await engine.open();
    await use(reader);
    const faults = await reader.collectFaults();
    await reader.close();
    if (!isNoisy) expect(faults).toEqual([]);
  },
});

export { expect, waitUntil };
export type { Reader };

function startEngine(name: EngineName, options: EngineOptions): Promise<Engine> {
  const programs = name === 'chromium' ? provideEngine(name) : findPrograms(name);
  if (programs === undefined) throw new Error(`Expected ${name} to be there. "npm test engines" installs it.`);
  return name === 'webkit' ? startWebKit(programs, options) : startPuppeteer(name, programs['browser'] ?? '', options);
}

/** The text of the first element of a selector, including shadow trees; empty if there is none. */
export function readElementText(reader: Reader, selector: string): Promise<string> {
  return reader.evaluate((wanted) => {
    const find = (root: ParentNode): Element | null =>
      root.querySelector(wanted) ??
      [...root.querySelectorAll('*')].reduce<Element | null>(
        (found, { shadowRoot }) => found ?? (shadowRoot === null ? null : find(shadowRoot)),
        null,
      );
    return find(document)?.textContent.trim() ?? '';
  }, selector);
}

/** How often a page is asked, in milliseconds. Without it, a test waits up to a second longer than the page needs. */
export const soon: number[] = [50, 100];

/** Waits until the text of an element is as expected. */
export async function expectText(reader: Reader, selector: string, expected: RegExp, mostMs = 20_000): Promise<void> {
  await expect.poll(() => readElementText(reader, selector), { timeout: mostMs, intervals: soon }).toMatch(expected);
}
