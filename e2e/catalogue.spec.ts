import { colorRules, findViolations } from './pages/find-violations.ts';
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
  'pinned',
  'differing',
];

test('a demo is complete and can be stepped through in every state', async ({ page }) => {
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

test('every part of a demo is there in every state', async ({ page }) => {
  await page.goto('/dev/parts/demo/');
  const sample = (of: string) => page.getByRole('region', { name: of, exact: true });
  for (const [of, text] of [
    ['Program: loading, in MB', 'CPython is loading: 4.2 of 19.1 MB.'],
    ['Program: does not compile', "Line 3: ')' expected."],
    ['Program: is deadlocked', 'Deadlock: nothing is ready and no timer is set.'],
    ['Program: was stopped: time', /Stopped: the run reached its limit of time\b/],
    ['Program: was stopped: reader', 'Stopped.'],
    ['Program: has a long link that could not be copied', 'some programs cut links past 1800.'],
    ['Playground: a link that cannot be read, 1', 'The program below is the playground’s own.'],
    ['Cover: a right answer', 'Right: '],
    ['Parity: not the same, with a reason', 'Why:'],
  ] as const) {
    await expect(sample(of)).toContainText(text);
  }
  await expect(sample('Program: running').getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(sample('Program: has run').getByRole('button', { name: 'Stop' })).toBeHidden();
  await expect(sample('Cover: before an answer').getByRole('button', { name: 'Check my prediction' })).toBeVisible();
  for (const name of ['syntax-error', 'type-error']) {
    // The compiler and its libraries have to load.
    await expect(demo(page, name).locator('.cm-lintRange-error').first()).toBeVisible({ timeout: 60_000 });
    await expect(demo(page, name).locator('.stale')).toBeVisible();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('search is there in every state', async ({ page }) => {
  await page.goto('/dev/parts/site/');
  const status = (of: string) => page.getByRole('region', { name: of, exact: true }).getByRole('status');
  await expect(status('Search: with results')).toHaveText(/^\d+ results$/);
  await expect(status('Search: with nothing found')).toHaveText('Nothing found for “xyzzy”.');
  await expect(status('Search: what it looks in cannot be read')).toContainText('Search could not be loaded');
});

test('the catalogue leads to all its pages', async ({ page }) => {
  await page.goto('/dev/');
  const paths = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(paths.length).toBe(6);
  for (const path of paths) {
    const response = await page.request.get(path ?? '');
    expect([path, response.status()]).toEqual([path, 200]);
  }
});

for (const set of ['demos/states', 'parts/demo', 'parts/prose', 'parts/site']) {
  test(`every state of ${set} is accessible in both themes`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/dev/${set}/`);
    // The compiler and its libraries have to load.
    if (set === 'parts/demo')
      await expect(demo(page, 'type-error').locator('.cm-lintRange-error')).toBeVisible({ timeout: 60_000 });
    if (set === 'parts/site') await expect(page.getByText('Nothing found for “xyzzy”.')).toBeVisible();
    for (const [colorScheme, looking] of [
      // The catalogue repeats landmarks and widgets on purpose; a page of the site has each once.
      ['light', { without: ['landmark-unique'] }],
      ['dark', { rules: colorRules }],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await findViolations(page, looking);
      expect.soft(violations, `in the ${colorScheme} theme`).toEqual([]);
    }
  });
}
