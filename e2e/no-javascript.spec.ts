import { articles, expect, test } from './site.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 800, height: 900 } });

test('lists of PEPs, terms and misconceptions are complete without JavaScript', async ({ page }) => {
  await page.goto('/peps/');
  expect(await page.locator('.peps > li').count()).toBeGreaterThan(20);
  await page.goto('/glossary/#future');
  await expect(page.locator('#future')).toBeInViewport();
  await expect(page.locator('#future dd').first()).toBeVisible();
  await page.goto('/misconceptions/');
  expect(await page.locator('main dt').count()).toBeGreaterThan(20);
  await expect(page.getByLabel('Theme')).toBeHidden();
  await expect(page.locator('language-switch input').first()).toBeHidden();
});

for (const address of articles) {
  test(`${address} is complete without JavaScript`, async ({ page }) => {
    await page.goto(address);
    const demos = page.locator('figure.demo');
    expect(await demos.count()).toBeGreaterThan(1);
    for (const demo of await demos.all()) {
      await expect(demo.locator('.timeline-run')).toBeVisible();
      await expect(demo.locator('.program[data-language="python"] pre')).toBeVisible();
      await expect(demo.locator('.program[data-language="typescript"] pre')).toBeVisible();
      await expect(demo.locator('.tabs')).toBeHidden();
      await expect(demo.locator('.controls')).toBeHidden();
      await expect(demo.getByRole('link', { name: 'Open in the playground' })).toBeHidden();
      await demo.getByText(/^The run as text/).click();
      await expect(demo.locator('.steps li').first()).toBeVisible();
    }
  });
}
