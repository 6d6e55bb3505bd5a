import { AxeBuilder } from '@axe-core/playwright';
import { demo, expect, test } from './site.ts';

const states = [
  'finished',
  'failed',
  'cancelled',
  'deadlocked',
  'stopped',
  'frames',
  'long-names',
  'hostile-names',
  'twelve-lanes',
  'silent',
  'warned',
  'differing',
];

test('a demo is whole and can be stepped through in every state', async ({ page }) => {
  await page.goto('/dev/demos/states/');
  const title = await page.title();
  for (const name of states) {
    const one = demo(page, name);
    await expect(one.locator('.picture .timeline-run')).toBeVisible();
    const last = Number((await one.locator('.position').textContent())?.split('/')[1]);
    await one.getByRole('button', { name: 'To start' }).click();
    await one.getByRole('button', { name: 'Step forward' }).click();
    await expect(one.locator('.sentence')).toContainText(`Step 1 of ${last}.`);
    await one.getByRole('button', { name: 'To end' }).click();
    await expect(one.locator('.position')).toHaveText(`${last} / ${last}`);
    await expect(one.locator('.steps li')).toHaveCount(last);
  }
  expect(await page.title()).toBe(title);
  await expect(page.locator('figure img')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every state is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/dev/demos/states/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}
