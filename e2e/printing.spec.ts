import { demo, expect, test } from './site.ts';

test('a run is printed completely with its steps, even if the reader has made no prediction', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
  const think = demo(page, 'think');
  await expect(think.locator('.cover')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(think.locator('.timeline-run')).toBeVisible();
  await expect(think.locator('.steps li').last()).toBeVisible();
  await expect(think.getByText('the second task is done first')).toBeVisible();
  await expect(think.locator('.program[data-language="typescript"] pre')).toBeVisible();
  await expect(think.locator('.program[data-language="python"] pre')).toBeVisible();
  await expect(page.locator('figure.demo :is(button, input, select, textarea):visible')).toHaveCount(0);
});

test('a run is printed completely at any step', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/#think:3');
  const think = demo(page, 'think');
  await expect(think.locator('.position')).toHaveText(/^3 /);
  await expect(think.locator('.console li').last()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(think.locator('.console li').last()).toBeVisible();
  await expect(think.locator('.timeline-run rect.done').last()).toHaveCSS('opacity', '1');
});

test('the address of an outside link is printed after it', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
  await page.emulateMedia({ media: 'print' });
  const link = page.locator('main a[href^="https://"]').first();
  const address = (await link.getAttribute('href')) ?? '?';
  await expect.poll(() => link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(address);
});
