import { expect, test } from './site.ts';

const address = '/articles/event-loop/';

test.describe('on a wide page', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the contents stay beside the text and mark the section being read', async ({ page }) => {
    await page.goto(address);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
    await contents.getByRole('link', { name: 'Where a real loop sleeps' }).click();
    await expect(contents.locator('[aria-current="location"]')).toHaveText('Where a real loop sleeps');
    await expect(contents).toBeInViewport();
    await page.locator('#one-iteration-written-out').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('#one-iteration-written-out')?.scrollIntoView());
    await expect(contents.locator('[aria-current="location"]')).toHaveText('One iteration, written out');
  });

  test('a report names the section being read and the words selected', async ({ page }) => {
    await page.goto(address);
    await page.evaluate(() => {
      document.querySelector('#one-iteration-written-out')?.scrollIntoView();
      getSelection()?.selectAllChildren(document.querySelector('#one-iteration-written-out') ?? document.body);
    });
    const link = page.getByRole('link', { name: 'Report an error here' });
    await link.evaluate((element) => {
      element.addEventListener('click', (event) => event.preventDefault());
      (element as HTMLElement).click();
    });
    const body = new URL((await link.getAttribute('href')) ?? '').searchParams.get('body');
    expect(body).toContain(
      '#one-iteration-written-out\nSection: One iteration, written out\n\n> One iteration, written out\n',
    );
  });
});

test('the contents are folded above the text if there is no room beside it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(address);
  await page.getByText('On this page').click();
  await page.locator('details').getByRole('link', { name: 'Nothing ready, and no timer' }).click();
  await expect(page.locator('#nothing-ready-and-no-timer')).toBeInViewport();
});

test('a listing and a program can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const listing = page.locator('figure.listing').first();
  await listing.hover();
  await listing.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await read()).toBe((await listing.locator('pre').textContent()) ?? '');
  const program = page.locator('.program[data-language="python"]').first();
  await program.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(read).toContain('import asyncio, time\n');
});

test('a source leads back to each place that cites it', async ({ page }) => {
  await page.goto(address);
  const links = await page
    .locator('.sources a.back')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(5);
  expect(new Set(links).size).toBe(links.length);
  for (const link of links) await expect(page.locator(link ?? '')).toHaveCount(1);
});

test('a folded section after an article opens when a citation or an address leads into it', async ({ page }) => {
  await page.goto(address);
  const sources = page.locator('.fold', { has: page.getByRole('heading', { name: 'Sources' }) });
  await expect(sources.locator('li').first()).toBeHidden();
  const citation = page.locator('article > p a[href^="#source-"]').first();
  const target = (await citation.getAttribute('href')) ?? '';
  await citation.click();
  await expect(page.locator(target)).toBeInViewport();
  await page.goto('/');
  await page.goto(`${address}#misconceptions`);
  await expect(page.locator('.fold dd').first()).toBeInViewport();
  await page.getByRole('heading', { name: 'Often said, but not true' }).click();
  await expect(page.locator('.fold dd').first()).toBeHidden();
});

test('an article read to its end is marked in the series until the reader clears that', async ({ page }) => {
  await page.goto('/articles/');
  await expect(page.locator('li[data-read]')).toHaveCount(0);
  await page.goto(address);
  await page.locator('.read-on').scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('yieldpoint:read'))).toBe('["event-loop"]');
  await page.goto('/');
  await expect(page.locator('li[data-read] a')).toHaveAttribute('href', address);
  await page.getByRole('button', { name: 'Forget what I have read' }).click();
  await expect(page.locator('li[data-read]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('yieldpoint:read'))).toBeNull();
});

test('the card of a PEP says its number and its title, as two words', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  await expect(page.locator('.pep-card summary').first()).toHaveText(/^PEP 3156 Asynchronous IO Support/);
});
