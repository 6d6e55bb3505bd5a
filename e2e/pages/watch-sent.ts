import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** Files that are compressed already. */
const packed: ReadonlySet<string> = new Set(['.png', '.woff2']);

/** Gathers what the page is sent from now on. The size of each file is in bytes after compression with Brotli, by its path. */
export function watchSent(page: Page): () => Promise<Readonly<Record<string, number>>> {
  const sent = new Map<string, Response>();
  page.on('response', (response) => sent.set(new URL(response.url()).pathname, response));
  return async () => {
    const sizes = [...sent].map(async ([file, response]): Promise<[string, number]> => {
      const body = await response.body();
      return [file, packed.has(path.extname(file)) ? body.length : brotliCompressSync(body).length];
    });
    return Object.fromEntries(await Promise.all(sizes));
  };
}

/** The size of all files together. */
export function add(sent: Readonly<Record<string, number>>): number {
  return Object.values(sent).reduce((sum, size) => sum + size, 0);
}
