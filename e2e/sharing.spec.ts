import { findPlayground, openPlayground, readEditor } from './open-playground.ts';
import { demo, expect, test } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a shared program opens in the playground without running, and runs when asked to', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  const panel = demo(page, 'think').locator('.program[data-language="typescript"]');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('// <b>shared</b>\n');
  await panel.getByRole('button', { name: 'Share' }).click();
  await expect(panel.locator('.work')).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(250);

  await page.goto(link);
  await expect(page.locator('.shared')).toHaveText(
    'This program came with the link. Nothing of it has run; read it, then press Run.',
  );
  const { editor, stage, run, said } = findPlayground(page);
  await expect(editor).toContainText('// <b>shared</b>');
  await expect(stage.locator('.empty')).toBeVisible();
  await expect(stage.locator('.picture')).toBeHidden();
  await run.click();
  await expect(said).toContainText('Ran on @yieldpoint/scheduler');
  await expect(stage.locator('.picture')).toBeVisible();
});

for (const [what, fragment] of [
  ['a damaged link', '#v1.AAAA'],
  ['a link of another version', '#v9.AAAA'],
] as const) {
  test(`${what} says so and does not change the playground`, async ({ page }) => {
    await page.goto(`/playground/${fragment}`);
    await expect(page.locator('.shared')).toContainText('The program below is the playground’s own.');
    await expect(findPlayground(page).editor).toContainText('asyncio.run(main())');
  });
}

test('damaged links run nothing, show nothing of their content, and do not change the program', async ({ page }) => {
  test.slow();
  const { editor } = await openPlayground(page);
  const own = await readEditor(editor);
  const carried = `<img src=x onerror="hacked = 1"><script>hacked = 1</script>`;
  const good = await page.evaluate(async (source) => {
    const pack = new Blob([JSON.stringify({ l: 'ts', s: source })]).stream();
    const bytes = await new Response(pack.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
  }, carried);
  const middle = good.length >> 1;
  const damaged = [
    ...[1, 2, middle, good.length - 6, good.length - 1].map((length) => good.slice(0, length)),
    ...[0, 3, middle, good.length - 8].map(
      (at) => `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`,
    ),
    ...['%00', '<b>', '.', '=', `${good}${good}`].map((text) => `${good}${text}`),
    Array.from(good).reverse().join(''),
    'e30',
    '',
  ];
  const told: string[] = [];
  for (const data of damaged) {
    await page.goto('/404.html');
    await page.goto(`/playground/#v1.${data}`);
    const notice = page.locator('.shared');
    await expect(notice).toBeVisible();
    const text = (await notice.textContent()) ?? '';
    told.push(text);
    // If a link with one changed letter is still readable, it contains a program like any other: shown as text, and not run.
    if (text.startsWith('This program came')) await expect(editor).toBeVisible();
    else await expect.poll(() => readEditor(editor)).toBe(own);
    expect(await page.locator('main').locator('img, iframe, [onerror]').count()).toBe(0);
    expect(page.frames()).toHaveLength(1);
    expect(page.workers().filter((worker) => worker.url().startsWith('blob:'))).toEqual([]);
    expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
  }
  expect(told.filter((text) => text.includes('The program below is the playground’s own.')).length).toBeGreaterThan(
    damaged.length / 2,
  );
});

test('a long program is shared with a warning, and is restored, in Python too', async ({ page }) => {
  const { editor, choose, said } = await openPlayground(page);
  await page.keyboard.press('ControlOrMeta+Home');
  // Letters without a pattern, so that packing does not shorten them much.
  let state = 1;
  const words = Array.from({ length: 2600 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  });
  await page.keyboard.insertText(`# ${words.join('')} ✓ ώ 𝌆\n`);
  await choose('File', 'Share as a link');
  await expect(said).toContainText(/It is \d{4,} characters long; some programs cut links past 1800\./);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/404.html');
  await page.goto(link);
  await expect(page.locator('.shared')).toContainText('This program came with the link.');
  await expect(editor).toContainText('✓ ώ 𝌆');
});

test('a link does not overwrite what the reader wrote in the playground', async ({ page }) => {
  const { editor, said } = await openPlayground(page, '/playground/?lang=ts');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('// mine\n');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(said).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/articles/event-loop/');
  await page.goto(link);
  await editor.click();
  await page.keyboard.insertText('// theirs\n');
  await expect(page.locator('.shared')).toContainText('This program came with the link.');
  await page.reload();
  await expect(editor).toContainText('// theirs');
  await page.goto('/articles/event-loop/');
  await page.goto('/playground/?lang=ts');
  await expect(editor).toContainText('// mine');
  await expect(editor).not.toContainText('// theirs');
  await page.goto(link);
  await expect(editor).toContainText('// theirs');
  await expect(page.locator('.shared')).toContainText('and you have changed it');
});

test('an embedded demo steps, links back, and reports its height', async ({ page, baseURL }) => {
  await page.goto('/404.html');
  const height = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('message', ({ data }: MessageEvent<{ type?: string; height?: number }>) => {
          if (data.type === 'yieldpoint:height') resolve(data.height ?? 0);
        });
      }),
  );
  await page.evaluate(
    (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.width = '700';
      frame.height = '500';
      document.body.append(frame);
    },
    `${baseURL ?? ''}embed/pep-3156-asyncio/think/`,
  );
  expect(await height).toBeGreaterThan(300);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'I have my answer: show the run' }).click();
  await frame.getByRole('button', { name: 'To start' }).click();
  await expect(frame.locator('.position')).toHaveText(/^0 /);
  await expect(frame.getByRole('link', { name: 'Yieldpoint' })).toHaveAttribute(
    'href',
    '/articles/pep-3156-asyncio/#think',
  );
});

test('the skip link leaves a shared program in the editor and in the address', async ({ page }) => {
  const source = 'export function main() {\n  console.log("shared");\n}';
  await page.goto('/playground/');
  const fragment = await page.evaluate(async (text) => {
    const pack = new Blob([JSON.stringify({ l: 'ts', s: text })]).stream();
    const bytes = await new Response(pack.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
    return `#v1.${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  }, source);
  await page.goto(`/playground/${fragment}`);
  const { editor } = findPlayground(page);
  await expect(editor).toContainText('shared');
  await page.getByRole('link', { name: 'Skip to the text' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${fragment.replaceAll('.', '\\.')}$`));
  await expect(editor).toContainText('shared');
  await page.reload();
  await expect(editor).toContainText('shared');
});

/** The browser itself reports a missing script on the console. */
const loud = test.extend<{ quiet: undefined }>({ quiet: async ({}, use) => use(undefined) });

loud('a button whose script does not load says so, and works once it does', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  await page.route(/_astro\/editor[^/]*\.js/, (route) => route.abort());
  const panel = demo(page, 'think').locator('.program[data-language="typescript"]');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.locator('.work')).toContainText('A part of this page could not be loaded');
  await page.unroute(/_astro\/editor[^/]*\.js/);
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('textbox')).toBeVisible();
});

test('Edit works if reading the storage throws', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.getItem = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  const panel = demo(page, 'think').locator('.program[data-language="typescript"]');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('textbox')).toBeVisible();
  const { editor } = await openPlayground(page);
  await expect(editor).toBeFocused();
});
