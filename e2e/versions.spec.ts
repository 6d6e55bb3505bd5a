import { expect, test } from './site.ts';

test('a reader finds what changed between two Pythons, and the address keeps it', async ({ page }) => {
  await page.goto('versions/');
  const snippets = page.locator('.snippet:visible');
  const all = await snippets.count();
  await expect(page.getByRole('status')).toHaveText(`${all} of ${all} programs`);
  await page.getByLabel('Changed after').selectOption('3.9');
  await page.getByLabel('up to').selectOption('3.10');
  await expect(snippets.filter({ hasText: 'aiter' }).first()).toBeVisible();
  await expect.poll(() => snippets.count()).toBeLessThan(all / 2);
  for (const begins of await snippets.evaluateAll((each) => each.map(({ dataset }) => dataset['begins']))) {
    expect(begins?.split(' ')).toContain('3.10');
  }
  await page.reload();
  await expect(page.getByLabel('up to')).toHaveValue('3.10');
  await page.getByLabel('Words').fill('builtins');
  await expect(snippets).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(snippets).toHaveCount(all);
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a link to a program shows it, even if the filter would hide it', async ({ page }) => {
  await page.goto('versions/?words=asyncore#async-as-a-name');
  await expect(page.locator('#async-as-a-name')).toBeInViewport();
  await expect(page.locator('#async-as-a-name')).toContainText('SyntaxError: invalid syntax');
});

test('an invalid filter in the address is ignored', async ({ page }) => {
  await page.goto('versions/?from=9.9&to=<b>&words=%00');
  await expect(page.getByLabel('Changed after')).toHaveValue('');
});
