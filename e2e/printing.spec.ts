import { articles, demo, expect, test } from './site.ts';

test('a run is printed whole with its steps, though the reader has made no prediction', async ({ page }) => {
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

test('a run is printed whole whatever step the reader is at', async ({ page }) => {
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
  const printed = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(printed).toContain((await link.getAttribute('href')) ?? '?');
});

for (const address of articles) {
  test(`${address} fits a sheet of paper`, async ({ page }) => {
    // A4 with margins of 15 mm.
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    const outside = await page
      .locator('main')
      .evaluate((main) =>
        [...main.querySelectorAll('.timeline:not(:has(+ .timeline-strips)) svg, .timeline-strips > svg, pre, table')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > innerWidth || element.scrollWidth > element.clientWidth + 1,
          )
          .map((element) => element.outerHTML.slice(0, 120)),
      );
    expect(outside).toEqual([]);
  });
}
