import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** The scripts that a page has loaded: paths in alphabetical order, and their size in bytes after compression with Brotli. */
type Scripts = {
  paths(): readonly string[];
  size(): Promise<number>;
};

/** Collects the scripts that the page loads from now on. */
export function watchScripts(page: Page): Scripts {
  const scripts = new Map<string, Response>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(new URL(response.url()).pathname, response);
  });
  return {
    paths: () => [...scripts.keys()].sort(),
    size: async () => {
      const bodies = await Promise.all([...scripts.values()].map((response) => response.body()));
      return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    },
  };
}

/** The paths of the scripts that elements of the page name, in alphabetical order. */
export async function listNamedScripts(page: Page): Promise<readonly (string | null)[]> {
  const named = await page
    .locator('script[src], link[rel="modulepreload"]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href')));
  return named.sort();
}
