import type { Page } from '@playwright/test';
import { byteLimits } from '../conformance/budgets/byte-limits.ts';
import { colorRules, findViolations } from './pages/find-violations.ts';
import { listCutOff } from './pages/list-cut-off.ts';
import { listStraightQuotes } from './pages/list-straight-quotes.ts';
import { readProgramFiles, readShownPrograms } from './pages/read-programs.ts';
import { listNamedScripts, watchScripts } from './pages/watch-scripts.ts';
import { add, watchSent } from './pages/watch-sent.ts';
import { watchShifts } from './pages/watch-shifts.ts';
import { articles, expect, pages, test } from './site.ts';

// The pages of PEPs share one template. These represent all: a shipped one with articles, a refused one, and one still to come.
const peps = ['/peps/342/', '/peps/3152/', '/peps/828/'];
const looked = pages.filter((address) => !/^\/peps\/./.test(address) || peps.includes(address));

// One test for each page, because loading a page takes longer than most checks. A fault in one step does not hide the next.
for (const address of looked) {
  test(`${address} loads what it names, does not shift, is accessible, and fits every sheet and screen`, async ({
    page,
  }) => {
    const isArticle = articles.includes(address);
    const scripts = watchScripts(page);
    const readSent = watchSent(page);
    const listShifts = await watchShifts(page);
    await page.goto(address, { waitUntil: 'networkidle' });

    await test.step('shifts nothing while it loads', async () => {
      expect.soft(await listShifts()).toEqual([]);
    });
    await test.step('has typographic quotation marks and apostrophes in its text', async () => {
      expect.soft(await listStraightQuotes(page)).toEqual([]);
    });
    if (isArticle) {
      await test.step('loads less than 4 kB of JavaScript before anybody touches a demo, all of it named in the page', async () => {
        // A script that no element names would have to wait for the script that imports it.
        const named = await listNamedScripts(page);
        await expect.soft.poll(() => scripts.paths()).toEqual(named);
        expect.soft(await scripts.size()).toBeLessThan(4_000);
      });
      await test.step('is sent as a page of at most 50 kB, with a first view of at most 90 kB', async () => {
        const sent = await readSent();
        expect.soft(sent[address]).toBeLessThanOrEqual(byteLimits.articlePage);
        expect.soft(add(sent), JSON.stringify(sent)).toBeLessThanOrEqual(byteLimits.firstView);
      });
      await test.step('has a target for every source it cites', () => expectSources(page));
      await test.step('shows the programs as they are in their files', async () => {
        const shown = await readShownPrograms(page);
        expect.soft(Object.keys(shown).length).toBeGreaterThan(2);
        expect.soft(shown).toEqual(readProgramFiles(address, Object.keys(shown)));
      });
    }

    for (const [colorScheme, looking] of [
      ['light', {}],
      ['dark', { rules: colorRules }],
    ] as const) {
      await test.step(`has no accessibility violation in the ${colorScheme} theme`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await findViolations(page, looking)).toEqual([]);
      });
    }

    if (isArticle) {
      await test.step('fits a sheet of paper', async () => {
        // A4 with margins of 15 mm.
        await page.setViewportSize({ width: 680, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect.soft(await listCutOff(page)).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      });
    }

    await test.step('does not scroll sideways at 320 pixels, and has room to touch', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto('about:blank');
      // With a target, nothing is left to be laid out later.
      await page.goto(`${address}#main`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width).toBeLessThanOrEqual(320);
      expect.soft(await findViolations(page, { rules: ['target-size'] })).toEqual([]);
    });

    await test.step('does not scroll sideways with the spacing of text that a reader may set', async () => {
      await spaceText(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });
}

/** Spaces the text as WCAG 2.2 lets a reader do (success criterion 1.4.12). */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = await new CSSStyleSheet().replace(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Each source that the article cites is in the list once. */
async function expectSources(page: Page): Promise<void> {
  const targets = await page.evaluate(() => {
    const cited = [...document.querySelectorAll('a[href^="#source-"]')].map((link) => link.getAttribute('href') ?? '');
    return [...new Set(cited)].map((target) => [target, document.querySelectorAll(target).length] as const);
  });
  expect.soft(targets.length).toBeGreaterThan(0);
  expect.soft(targets).toEqual(targets.map(([target]) => [target, 1]));
}
