import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { ChangingSite } from './changing-site.ts';
import { findPlayground } from './open-playground.ts';
import { expect, test as base } from './site.ts';

// The browser itself writes a failed request to the console, so these tests do not require silence.
const test = base.extend<{ quiet: undefined; site: ChangingSite }>({
  quiet: async ({}, use) => use(undefined),
  site: async ({}, use) => {
    const site = await ChangingSite.open();
    await use(site);
    await site.close();
  },
});
test.use({ serviceWorkers: 'allow' });

const article = '/articles/pep-3156-asyncio/';

/** Collects in the page the messages about the run in CPython while it loads, without the progress. */
function watchSaid(): void {
  const said = new Set<string>();
  Object.assign(globalThis, { said });
  const place = document.querySelector('figure#think .program[data-language="python"] .work');
  if (place === null) throw new Error('Expected a place for what is said of a run, but there is none.');
  new MutationObserver(() => said.add(place.textContent.replace(/[\d.]+ of/, '…'))).observe(place, { childList: true });
}

/** Waits until the page is cached. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect
    .poll(() =>
      page.evaluate(
        async () =>
          (await caches.match(location.href, { ignoreSearch: true })) !== undefined &&
          navigator.serviceWorker.controller !== null,
      ),
    )
    .toBe(true);
}

for (const address of ['/sandbox.html', '/sandbox-python.html'])
  test(`${address} comes from the service worker with its whole policy as a header, with and without a network`, async ({
    page,
    site,
  }) => {
    await visit(page, site.origin + article);
    const ask = (): Promise<{ readonly header: string | null; readonly own: string | undefined }> =>
      page.evaluate(async (sandbox) => {
        const response = await fetch(sandbox);
        const [, own] = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(await response.text()) ?? [];
        return { header: response.headers.get('content-security-policy'), own };
      }, address);
    const first = await ask();
    expect(first.own).toContain("default-src 'none'");
    expect(first.header).toBe(`${first.own}; sandbox allow-scripts`);
    await site.close();
    expect(await ask()).toEqual(first);
  });

test('a visited page works without a network: text, drawn run, stage and search', async ({ page, site }) => {
  await visit(page, site.origin + article);
  await site.close();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const demo = page.locator('figure.demo').first();
  await demo.scrollIntoViewIfNeeded();
  await demo.getByRole('button', { name: 'I have my answer: show the run' }).click();
  await demo.getByRole('button', { name: /^To start/ }).click();
  await expect(demo.locator('[data-future]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('coroutine');
  await expect(page.locator('search-panel [role="option"]').first()).toBeVisible();
});

test('a page that has not been visited says so, and lists the visited ones', async ({ page, site }) => {
  await visit(page, site.origin + article);
  await site.close();
  await page.goto(`${site.origin}/articles/event-loop/`);
  await expect(page.getByRole('heading', { name: 'This page is not here without a network' })).toBeVisible();
  await expect(page.locator(`a[href$="${article}"]`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
  // Its policy lets its own style in.
  await expect(page.locator('ul')).toHaveCSS('list-style-type', 'none');
});

test('a changed program runs without a network once one has run, in a frame without the site’s origin', async ({
  page,
  site,
}) => {
  await visit(page, `${site.origin}/playground/?lang=ts`);
  const { editor, console } = findPlayground(page);
  const run = async (text: string): Promise<void> => {
    await editor.press('ControlOrMeta+a');
    await page.keyboard.insertText(`export function* main() { console.log('${text}'); }`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(console).toContainText(text);
  };
  await run('with a network');
  await site.close();
  await page.reload();
  await run('without a network');
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/sandbox.html'));
  expect(await frame?.evaluate(() => self.origin)).toBe('null');
});

test('CPython runs without a network once it has run, and says that it comes from this browser', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000);
  await visit(page, site.origin + article);
  const python = page.locator('figure#think .program[data-language="python"]');
  const work = python.locator('.work');
  await page.evaluate(watchSaid);
  const said = (): Promise<string[]> => page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said]);

  await python.getByRole('button', { name: 'Run', exact: true }).click();
  await python.getByRole('button', { name: /^Run it here/ }).click();
  await expect(work).toHaveText(/^Ran on CPython 3\.14/, { timeout: 100_000 });
  expect(await said()).toContainEqual(expect.stringMatching(/^CPython is loading: … [\d.]+ MB\. It is kept/));

  await site.close();
  await page.reload();
  await page.evaluate(watchSaid);
  await python.getByRole('button', { name: 'Run', exact: true }).click();
  await python.getByRole('button', { name: /^Run it here/ }).click();
  await expect(work).toHaveText(/^Ran on CPython 3\.14/, { timeout: 100_000 });
  expect(await said()).toContainEqual(
    expect.stringMatching(/^CPython is loading from what your browser keeps: … [\d.]+ MB\.$/),
  );
  await expect(page.locator('figure#think .console li').first()).toContainText('think(5) begins');
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/sandbox-python.html'));
  expect(await frame?.evaluate(() => self.origin)).toBe('null');
});

test('an open page keeps the files of its build after an update; afterwards only the new build is kept', async ({
  page,
  site,
  context,
}) => {
  await visit(page, site.origin + article);
  const script = String(site.read('service-worker.js'));
  const [stage = ''] = /_astro\/stage\.[\w-]+\.js/.exec(script) ?? [];
  const build = /"build":"(\w+)"/.exec(script)?.[1] ?? '';
  const renamed = stage.replace(/[\w-]{8}\.js$/, 'NEWBUILD.js');
  site.changes.set(renamed, String(site.read(stage)));
  site.changes.set(stage, null);
  site.changes.set('service-worker.js', script.replaceAll(stage, renamed).replace(build, 'feedfeedfeedfeed'));
  const waiting = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (registration.waiting === null) setTimeout(look, 50);
        else resolve();
      };
      look();
    });
    return caches.keys();
  });
  expect(waiting.length).toBe(2);
  const demo = page.locator('figure.demo').first();
  await demo.getByRole('button', { name: 'I have my answer: show the run' }).click();
  await demo.getByRole('button', { name: /^To start/ }).click();
  await expect(demo.locator('[data-future]').first()).toBeAttached();
  await page.close();
  const next = await context.newPage();
  // The new worker takes over when no page of the old one is left, and the browser notices that in its own time.
  await expect
    .poll(async () => {
      await next.goto('about:blank');
      await next.goto(`${site.origin}/404.html`);
      return next.evaluate(() => caches.keys());
    })
    .toEqual(['yieldpoint / feedfeedfeedfeed']);
  const kept = await next.evaluate(async () => {
    const cache = await caches.open('yieldpoint / feedfeedfeedfeed');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain(article);
  expect(kept).toContain(`/${renamed}`);
  expect(kept).not.toContain(`/${stage}`);
});

test('a retired worker deletes the caches and unregisters itself', async ({ page, site }) => {
  await visit(page, site.origin + article);
  const bundle = await rolldown({ input: 'src/browser/offline/retired-worker.ts', platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife' });
  site.changes.set('service-worker.js', output[0].code);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
