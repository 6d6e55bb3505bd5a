import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

const dist = path.join(import.meta.dirname, '../dist');

/** Addresses of every page of the built site's sitemap, and the page for unknown addresses. */
export const pages: readonly string[] = [...sitemap(), '/404.html'].sort();

/** Addresses of the articles. */
export const articles: readonly string[] = pages.filter((page) => /^\/articles\/./.test(page));

function sitemap(): readonly string[] {
  return readdirSync(dist)
    .filter((file) => /^sitemap-\d+\.xml$/.test(file))
    .flatMap((file) => [...readFileSync(path.join(dist, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)])
    .map((match) => new URL(match[1] ?? '').pathname);
}

/** Messages of the test runner itself on a page's console. */
export const saidByTheRunner = 'Service Worker registration blocked by Playwright';

/** A test whose page must write nothing to the console, throw nothing, and request nothing from another host. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.text() === saidByTheRunner) return;
        faults.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(baseURL ?? '').origin)
          faults.push(`request: ${url.href}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The demo with that name, after making the prediction if it asks for one. */
export async function openDemo(page: Page, name: string): Promise<ReturnType<Page['locator']>> {
  const found = demo(page, name);
  if ((await found.locator('demo-stage[data-covered]').count()) > 0)
    await found.getByRole('button', { name: 'I have my answer: show the run' }).click();
  return found;
}

/** The demo with that name on the page. */
export function demo(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator(`figure#${name}`);
}
