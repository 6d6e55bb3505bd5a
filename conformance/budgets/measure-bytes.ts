import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import type { CompressedSite, Sent } from './compressed-site.ts';
import type { Measure } from './measure.ts';

/**
 * What a reader fetches, in bytes as sent (brotli): with the first view of the largest article and of the page of twelve demos that
 * `DEV_PAGES=1` builds, with the first touch of a demo, and with the press on Edit.
 */
export async function measureBytes(browser: Browser, site: CompressedSite, root: string): Promise<readonly Measure[]> {
  const context = async (): ReturnType<Browser['newContext']> => browser.newContext({ serviceWorkers: 'block' });
  const view = async (address: string): Promise<readonly Sent[]> => {
    const own = await context();
    await site.takeSent();
    const response = await (await own.newPage()).goto(`${site.origin}${address}`, { waitUntil: 'load' });
    if (response?.ok() !== true) throw new Error(`Expected ${address} in the built site. Build with DEV_PAGES=1.`);
    const sent = await site.takeSent();
    await own.close();
    return sent;
  };
  let largest: readonly Sent[] = [];
  let largestArticle = '';
  for (const article of listArticles(root)) {
    const sent = await view(`/articles/${article}/`);
    if (add(sent) > add(largest)) [largest, largestArticle] = [sent, article];
  }
  const twelve = await view('/dev/demos/twelve/');
  const own = await context();
  const page = await own.newPage();
  await page.goto(`${site.origin}/articles/pep-3156-asyncio/`);
  await site.takeSent();
  const demo = page.locator('figure#think');
  await demo.locator('demo-stage').dispatchEvent('pointerenter');
  const touched = await site.takeSent();
  await demo.getByRole('radio', { name: 'TypeScript' }).check();
  await demo.locator('.program[data-language="typescript"] pre').waitFor();
  await page.waitForLoadState('networkidle');
  await site.takeSent();
  await demo.locator('.program[data-language="typescript"] [data-work="edit"]').click();
  await demo.locator('.cm-content').first().waitFor();
  const edited = await site.takeSent();
  await own.close();
  const first = `first view of ${largestArticle}`;
  return [
    atMost(first, 'everything', largest, 90_000),
    atMost(first, 'page', ofKind(largest, '.html'), 50_000),
    atMost(first, 'scripts', ofKind(largest, '.js'), 12_000),
    atMost(first, 'fonts', ofKind(largest, '.woff2'), 40_000),
    atMost('first view of twelve demos', 'everything', twelve, 90_000),
    atMost('first touch of a demo', 'everything', touched, 30_000),
    atMost('press on Edit', 'editor', edited.filter(isEditor), 165_000),
    atMost(
      'press on Edit',
      'TypeScript',
      edited.filter((one) => !isEditor(one)),
      800_000,
    ),
  ];
}

function listArticles(root: string): readonly string[] {
  return readdirSync(path.join(root, 'articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Everything but the worker that holds TypeScript's own compiler, which comes in the background. */
function isEditor({ address }: Sent): boolean {
  return !address.includes('/compile-worker');
}

function ofKind(sent: readonly Sent[], extension: string): readonly Sent[] {
  return sent.filter((one) => one.extension === extension);
}

function add(sent: readonly Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}

function atMost(subject: string, name: string, sent: readonly Sent[], limit: number): Measure {
  const because = [...sent]
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 8)
    .map(({ address, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${address}`);
  return { subject, name, value: add(sent), unit: 'bytes', limit, bound: 'at most', because };
}
