import { demo, expect, test } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a shared program opens in the playground, unrun, and runs when told to', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
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
  const opened = page.locator('.program[data-language="typescript"]');
  await expect(opened.getByRole('textbox')).toContainText('// <b>shared</b>');
  await expect(page.locator('.stale')).toBeVisible();
  await opened.getByRole('button', { name: 'Run' }).click();
  await expect(opened.locator('.work')).toContainText('Ran on @yieldpoint/scheduler');
});

for (const [what, fragment] of [
  ['damaged', '#v1.AAAA'],
  ['of another version', '#v9.AAAA'],
] as const) {
  test(`a ${what} link says so and leaves the playground as it is`, async ({ page }) => {
    await page.goto(`/playground/${fragment}`);
    await expect(page.locator('.shared')).toContainText('The program below is the playground’s own.');
    await expect(page.locator('.program pre').first()).toBeVisible();
  });
}

test('a link does not overwrite what the reader wrote in the playground', async ({ page }) => {
  await page.goto('/playground/');
  const panel = page.locator('.program[data-language="typescript"]');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('// mine\n');
  await panel.getByRole('button', { name: 'Share' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/articles/event-loop/');
  await page.goto(link);
  await page.locator('.program[data-language="typescript"]').getByRole('textbox').click();
  await page.keyboard.insertText('// theirs\n');
  await page.goto('/articles/event-loop/');
  await page.goto('/playground/');
  await page.getByRole('button', { name: 'Edit (your version is kept)' }).click();
  await expect(page.getByRole('textbox')).toContainText('// mine');
  await expect(page.getByRole('textbox')).not.toContainText('// theirs');
});

test('an embedded demo steps, leads back, and tells its height', async ({ page, baseURL }) => {
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
