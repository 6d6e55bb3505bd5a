import type { Locator, Page } from '@playwright/test';
import { findViolations } from './pages/find-violations.ts';
import { expect, test } from './site.ts';

const article = '/articles/event-loop/';
const options = (page: Page): Locator => page.locator('search-panel [role="option"]');

test('the key / opens search, which finds sections and goes to the chosen one', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search' });
  await expect(field).toBeFocused();
  await page.keyboard.type('running aver');
  const found = options(page);
  await expect(found.first()).toBeVisible();
  await expect(found.locator('mark').first()).toHaveText(/running|average/i);
  await page.keyboard.press('ArrowDown');
  await expect(found.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await found.first().getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(field).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  const address = await found.first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address ?? ''}$`));
});

test('Esc empties the field, then closes the dialog and gives the focus back', async ({ page }) => {
  await page.goto(article);
  await page.getByRole('link', { name: 'Search' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.fill('timer');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Search' })).toBeFocused();
});

test('the filters narrow the results to articles, terms or PEPs', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('generator');
  const hrefs = (): Promise<(string | null)[]> =>
    options(page).evaluateAll((options) => options.map((option) => option.getAttribute('href')));
  for (const [filter, address] of [
    ['Articles', /^\/articles\//],
    ['Glossary', /^\/glossary\/#/],
    ['PEPs', /^\/peps\/\d+\/$/],
  ] as const) {
    await page.getByRole('radio', { name: filter }).check();
    await expect
      .poll(async () => {
        const found = await hrefs();
        return found.length > 0 && found.every((href) => address.test(href ?? ''));
      })
      .toBe(true);
  }
});

test('a slash typed into a program stays there', async ({ page }) => {
  await page.goto('/search/');
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.fill('async');
  await field.press('/');
  await expect(field).toHaveValue('async/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a search without results says so, and markup in the query stays text', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('combobox', { name: 'Search' }).fill('<qqqq zzzz="vvvv">');
  await expect(page.locator('search-panel [role="status"]')).toHaveText('Nothing found for “<qqqq zzzz="vvvv">”.');
});

test('the query is in the address of the search page, in both directions', async ({ page }) => {
  await page.goto('/search/?q=trampoline');
  const field = page.getByRole('combobox', { name: 'Search' });
  await expect(field).toHaveValue('trampoline');
  await expect(options(page).first()).toBeVisible();
  await field.fill('yield & <from>');
  await expect(page).toHaveURL('/search/?q=yield+%26+%3Cfrom%3E');
  await page.reload();
  await expect(field).toHaveValue('yield & <from>');
  await field.press('Escape');
  await expect(page).toHaveURL('/search/');
});

test('nothing of search is fetched before the first press', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(article, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /search/.test(path) && !/SearchButton/.test(path))).toEqual([]);
});

test('the open dialog has no accessibility violation in either theme', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('coroutine');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await findViolations(page, { within: 'dialog' });
    expect.soft(violations, `in the ${colorScheme} theme`).toEqual([]);
  }
});

/** Holds what an address answers until it is released. */
async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const panelCode = /\/_astro\/start-search\b[^/]*\.js$/;
const index = '**/search/sections.json';
const searchbox = (page: Page): Locator => page.locator('dialog input[type="search"]');

/** Where Enter leads, as the search page lists it. */
async function readFirstAddress(page: Page, query: string): Promise<string> {
  await page.goto(`/search/?q=${query}`);
  await expect(options(page).first()).toBeVisible();
  return (await options(page).first().getAttribute('href')) ?? '';
}

test('what is typed before the code of search is there is kept, and so is Enter', async ({ page }) => {
  const first = await readFirstAddress(page, 'running aver');
  await page.goto(article);
  const release = await hold(page, panelCode);
  await page.keyboard.press('/');
  await page.keyboard.type('running aver');
  await expect(searchbox(page)).toHaveValue('running aver');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Glossary' })).toHaveCount(0);
  release();
  await expect(page).toHaveURL(first);
});

test('Enter before the index is there goes to the first result when it is', async ({ page }) => {
  const first = await readFirstAddress(page, 'trampoline');
  await page.goto(article);
  const release = await hold(page, index);
  await page.keyboard.press('/');
  await expect(page.getByRole('radio', { name: 'Glossary' })).toBeVisible();
  await page.keyboard.type('trampoline');
  await page.keyboard.press('Enter');
  await expect(options(page)).toHaveCount(0);
  release();
  await expect(page).toHaveURL(first);
});

test('Enter no longer counts if the reader types on, or closes the dialog, before the index is there', async ({
  page,
}) => {
  await page.goto(article);
  const release = await hold(page, index);
  await page.keyboard.press('/');
  await expect(page.getByRole('radio', { name: 'Glossary' })).toBeVisible();
  await page.keyboard.type('running');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' aver');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('trampoline');
  release();
  await expect(options(page).locator('mark').first()).toHaveText(/trampoline/i);
  await expect(page).toHaveURL(article);
});

test('the dialog closes before its code is there, and opens again', async ({ page }) => {
  await page.goto(article);
  const release = await hold(page, panelCode);
  await page.keyboard.press('/');
  await page.keyboard.type('first');
  await page.keyboard.press('Escape');
  await expect(searchbox(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('generator');
  release();
  await expect(options(page).first()).toBeVisible();
  await expect(searchbox(page)).toHaveValue('generator');
});

/** The browser itself reports a missing script on the console. */
const loud = test.extend<{ quiet: undefined }>({ quiet: async ({}, use) => use(undefined) });

loud('if the code of search does not load, the search page opens with what was typed', async ({ page }) => {
  await page.goto(article);
  let fail: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.route(panelCode, async (route) => {
    await failed;
    await route.abort();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('yield & <from>');
  fail();
  await expect(page).toHaveURL('/search/?q=yield+%26+%3Cfrom%3E');
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('yield & <from>');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the header leads to a page that lists everything', async ({ page }) => {
    await page.goto(article);
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'starvation', exact: true })).toBeVisible();
    expect(await page.locator('main a').count()).toBeGreaterThan(100);
  });
});
