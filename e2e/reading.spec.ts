import { articles, expect, test } from './site.ts';

test('the theme that a reader chooses is there before anything is painted, and on every page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/about/');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(background).toBe('rgb(251, 250, 247)');
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(background).toBe('rgb(20, 22, 26)');
  await page.goto('/glossary/', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('system');
  await expect.poll(background).toBe('rgb(251, 250, 247)');
});

test('an address that does not exist leads to the one that was probably meant', async ({ page }) => {
  await page.route('**/artcles/event-lop/', async (route) => {
    await route.fulfill({ path: 'dist/404.html', contentType: 'text/html' });
  });
  await page.goto('/artcles/event-lop/');
  await expect(page.locator('nearest-page a:visible').first()).toHaveAttribute('href', '/articles/event-loop/');
});

test('a refused PEP leads to the one that replaced it', async ({ page }) => {
  await page.goto('/peps/');
  await page.getByRole('link', { name: 'PEP 288' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Generators Attributes and Exceptions');
  await page.getByRole('link', { name: 'PEP 342' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coroutines via Enhanced Generators');
});

test('the river leads to a PEP and to the article about it, and is also a list', async ({ page }) => {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    const river = page.locator('.river:visible');
    await expect(river).toHaveCount(1);
    await expect(river.getByRole('link', { name: /^PEP 3152 cofunctions, Rejected/ })).toBeVisible();
    await river.getByRole('link', { name: /^Article 1:/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/pep-255-generators/);
  }
  await page.goto('/');
  await page.getByText(/^The same as a list/).click();
  await expect(page.locator('.river-figure dd').getByRole('link', { name: 'PEP 3152' })).toBeVisible();
});

test('the home page leads to every article', async ({ page }) => {
  await page.goto('/');
  for (const address of articles) {
    await expect(page.locator(`nav[aria-label="Reading path"] a[href$="${address}"]`)).toBeVisible();
  }
});

test('a reader can go through all articles by the links at their ends', async ({ page }) => {
  await page.goto('/');
  await page.locator('nav[aria-label="Reading path"] a').first().click();
  const read = [new URL(page.url()).pathname];
  await page.waitForLoadState();
  while (await page.locator('a[rel="next"]').count()) {
    await page.locator('a[rel="next"]').click();
    await expect(page.locator(`a[rel="prev"][href$="${read.at(-1) ?? ''}"]`)).toBeVisible();
    await page.waitForLoadState();
    read.push(new URL(page.url()).pathname);
  }
  expect([...read].sort()).toEqual([...articles].sort());
});

test('code in a question is shown as code where the next article links back to it', async ({ page }) => {
  await page.goto('/articles/how-await-works/');
  const previous = page.locator('.read-on .previous');
  await expect(previous.locator('code')).toHaveText(['yield from', 'async', 'await']);
  await expect(previous).not.toContainText('`');
});

test('the text of an article begins on the first screen, on a wide page within 200 px of the header', async ({
  page,
}) => {
  for (const address of articles) {
    await page.goto(address);
    for (const [width, height, most] of [
      [1440, 900, 200],
      [390, 664, 564],
    ] as const) {
      await page.setViewportSize({ width, height });
      const line = await page
        .locator('article > p')
        .first()
        .evaluate((paragraph) => {
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const header = document.querySelector('body > header')?.getBoundingClientRect().bottom ?? 0;
          return (range.getClientRects()[0]?.bottom ?? Infinity) - header;
        });
      expect(line, `${address} at ${width} px`).toBeLessThanOrEqual(most);
    }
  }
});

test('a term shows its meaning in place', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
  const term = page.locator('button.term:visible').first();
  const meaning = page.locator(`#${(await term.getAttribute('popovertarget')) ?? ''}`);
  await expect(meaning).toBeHidden();
  await term.click();
  await expect(meaning).toBeVisible();
  await expect(meaning).toHaveText(/\. Glossary$/);
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(term).toBeFocused();
});
