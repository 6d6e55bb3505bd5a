import { articles, expect, test } from './site.ts';

// Narrow enough for the two programs to share a place.
test.use({ javaScriptEnabled: false, viewport: { width: 800, height: 900 } });

for (const address of articles) {
  test(`${address} is whole without JavaScript`, async ({ page }) => {
    await page.goto(address);
    const demos = page.locator('figure.demo');
    expect(await demos.count()).toBeGreaterThan(1);
    for (const demo of await demos.all()) {
      await expect(demo.locator('.timeline-run')).toBeVisible();
      await expect(demo.locator('.program pre').first()).toBeVisible();
      await expect(demo.locator('.controls')).toBeHidden();
      await demo.getByText(/^The run as text/).click();
      await expect(demo.locator('.steps li').first()).toBeVisible();
      await demo.locator('input[value="python"]').check({ force: true });
      await expect(demo.locator('.program[data-language="python"] pre')).toBeVisible();
    }
  });
}
