import { expect, test } from '@playwright/test';

// A failed request always appears on the console, so these tests do not require silence.
test.use({ serviceWorkers: 'block' });

for (const address of ['/', '/articles/event-loop/', '/playground/', '/embed/event-loop/three-timers/'])
  test(`${address} says that a script did not load, and works again once it does`, async ({ page }) => {
    await page.route(/\/_astro\/demo-stage\b.*\.js$/, (route) => route.abort());
    await page.goto(address);
    const said = page.getByRole('status').filter({ hasText: 'A script of this page did not load' });
    await expect(said).toBeVisible();
    await expect(said).toBeInViewport();
    await page.unroute(/\/_astro\/demo-stage\b.*\.js$/);
    await said.getByRole('link', { name: 'Load the page again' }).click();
    await expect(page.locator('main')).toBeVisible();
    await expect(said).toBeHidden();
  });
