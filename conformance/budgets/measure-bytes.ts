import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import type { Language } from '../../src/engine/trace/event/events.ts';
import { byteLimits } from './byte-limits.ts';
import type { CompressedSite, Sent } from './compressed-site.ts';
import type { Measure } from './measure.ts';

/**
 * Measures what a reader fetches, in bytes as sent (brotli): at the first view of the largest article, of the playground and of the
 * page with twelve demos that `DEV_PAGES=1` builds; at the first use of a demo; at the press on Edit in both languages; and at the
 * first change.
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
  let longest: readonly Sent[] = [];
  for (const article of listArticles(root)) {
    const sent = await view(`/articles/${article}/`);
    const page = ofKind(sent, '.html');
    if (add(sent) > add(largest)) [largest, largestArticle] = [sent, article];
    if (add(page) > add(longest)) longest = page;
  }
  const playground = await view('/playground/');
  const twelve = await view('/dev/demos/twelve/');
  const own = await context();
  const page = await own.newPage();
  await page.goto(`${site.origin}/articles/pep-3156-asyncio/`);
  await site.takeSent();
  const demo = page.locator('figure#think');
  await demo.locator('demo-stage').dispatchEvent('pointerenter');
  const touched = await site.takeSent();
  await own.close();
  const python = await pressEdit(browser, site, 'python');
  const typescript = await pressEdit(browser, site, 'typescript');
  const first = `first view of ${largestArticle}`;
  return [
    atMost(first, 'everything', largest, byteLimits.firstView),
    atMost('largest page of an article', 'page', longest, byteLimits.articlePage),
    atMost(first, 'scripts', ofKind(largest, '.js'), 12_000),
    atMost(first, 'fonts', ofKind(largest, '.woff2'), 40_000),
    atMost('first view of twelve demos', 'everything', twelve, byteLimits.firstView),
    // An article's first view, the first use of a demo and the press on Edit all at once, because the playground opens with its
    // editor and its run.
    atMost(
      'first view of the playground',
      'everything',
      playground,
      byteLimits.firstView + byteLimits.firstTouch + 165_000,
    ),
    atMost('first view of the playground', 'page', ofKind(playground, '.html'), byteLimits.articlePage),
    atMost('first touch of a demo', 'everything', touched, byteLimits.firstTouch),
    atMost('press on Edit in Python', 'everything', python.edited, 165_000),
    atMost('press on Edit in TypeScript', 'editor', typescript.edited.filter(isEditor), 165_000),
    atMost(
      'press on Edit in TypeScript',
      'compiler',
      typescript.edited.filter((one) => !isEditor(one)),
      800_000,
    ),
    atMost('first change in TypeScript', 'everything', typescript.changed, 60_000),
  ];
}

/** Measures what the press on Edit fetches, and the first change after it, on a page whose demo shows this language. */
async function pressEdit(
  browser: Browser,
  site: CompressedSite,
  language: Language,
): Promise<{ readonly edited: readonly Sent[]; readonly changed: readonly Sent[] }> {
  const own = await browser.newContext({ serviceWorkers: 'block' });
  const page = await own.newPage();
  await page.goto(`${site.origin}/articles/pep-3156-asyncio/?lang=${language === 'python' ? 'py' : 'ts'}`);
  const demo = page.locator('figure#think');
  await demo.locator('demo-stage').dispatchEvent('pointerenter');
  // In the visible part of the page, so that the press does not scroll another demo into view and fetch its run.
  await demo.locator(`.program[data-language="${language}"] [data-work="edit"]`).scrollIntoViewIfNeeded();
  await site.takeSent();
  const program = demo.locator(`.program[data-language="${language}"]`);
  await program.locator('[data-work="edit"]').click();
  await program.locator('.cm-content').waitFor();
  const edited = await site.takeSent();
  await program.locator('.cm-content').pressSequentially(' ');
  const changed = await site.takeSent();
  await own.close();
  return { edited, changed };
}

function listArticles(root: string): readonly string[] {
  return readdirSync(path.join(root, 'articles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Everything except the worker with TypeScript's own compiler, which is fetched in the background. */
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
