import type { Locator } from '@playwright/test';
import { goToStep } from './go-to-step.ts';
import { demo, expect, openDemo, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

const listing = (found: Locator, language: 'python' | 'typescript'): Locator =>
  found.locator(`.program[data-language="${language}"] pre`);

test('Python is shown unless the reader chooses; a choice applies to every demo, on the next page and after a reload', async ({
  page,
}) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await expect(listing(think, 'python')).toBeVisible();
  await expect(listing(think, 'typescript')).toBeHidden();
  await goToStep(think, 11);
  await expect(think.locator('.frames')).toContainText('line 9');
  await think.getByRole('radio', { name: 'TypeScript' }).check();
  await expect(listing(think, 'typescript')).toBeVisible();
  await expect(listing(think, 'python')).toBeHidden();
  // The reader stays at the step. Lines, frames and values are those of the other program.
  await expect(think.locator('.frames')).toContainText('line 10');
  await expect(think.locator('.position')).toHaveText(/^11 /);
  await expect(listing(think, 'typescript').locator('[data-mark="suspended"]')).toHaveCount(2);
  await expect(page.locator('language-switch input[value="typescript"]')).toBeChecked();
  for (const program of await page.locator('.program[data-language="python"] pre').all())
    await expect(program).toBeHidden();

  await page.goto('/articles/event-loop/');
  await expect(page.locator('.program[data-language="typescript"] pre').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.program[data-language="typescript"] pre').first()).toBeVisible();
  await page.getByRole('group', { name: 'Language of the programs' }).getByRole('radio', { name: 'Python' }).check();
  await expect(page.locator('.program[data-language="python"] pre').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.program[data-language="python"] pre').first()).toBeVisible();
});

test('a link sets the language of its page, stores no choice, and yields to one', async ({ page }) => {
  await page.goto(`${address}?lang=ts`);
  await expect(listing(demo(page, 'think'), 'typescript')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('yieldpoint:language'))).toBeNull();
  await page.getByRole('group', { name: 'Language of the programs' }).getByRole('radio', { name: 'Python' }).check();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await page.goto(`${address}?lang=ts`);
  await expect(listing(demo(page, 'think'), 'typescript')).toBeVisible();
  await page.goto(address);
  await expect(listing(demo(page, 'think'), 'python')).toBeVisible();
});

test('the language is right before the first paint, and if storage throws', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  // Only the page itself: what is shown then is what is painted first.
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`${address}?lang=ts`);
  const think = demo(page, 'think');
  await expect(listing(think, 'typescript')).toBeVisible();
  await expect(listing(think, 'python')).toBeHidden();
  await page.goto(address);
  await expect(listing(think, 'python')).toBeVisible();
  await page.unroute(/\.js$/);
  await page.reload();
  await openDemo(page, 'think');
  await think.getByRole('radio', { name: 'TypeScript' }).check();
  await expect(think.locator('demo-stage')).toHaveAttribute('data-shows', 'typescript');
});

test('while the run in TypeScript is loading, the demo keeps its size and shows no other run', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/demos/typescript/**', async (route) => {
    await arrived;
    await route.continue();
  });
  const height = (): Promise<number> => think.locator('.picture').evaluate((picture) => picture.clientHeight);
  const before = await height();
  await think.getByRole('radio', { name: 'TypeScript' }).check();
  await expect(think.locator('.timeline-run')).toBeHidden();
  expect(await height()).toBe(before);
  arrive();
  await expect(think.locator('.timeline-run')).toBeVisible();
  await expect(think.locator('demo-stage')).toHaveAttribute('data-shows', 'typescript');
});

/** The browser itself reports failed requests on the console. */
const loud = test.extend<{ quiet: undefined }>({ quiet: async ({}, use) => use(undefined) });

loud('if the run in TypeScript cannot be loaded, the page says so, and the present run stays', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await page.route('**/demos/typescript/**', (route) => route.abort());
  await think.getByRole('radio', { name: 'TypeScript' }).check();
  await expect(think.locator('.program[data-language="typescript"] .work')).toContainText('could not be loaded');
  await expect(think.locator('.timeline-run')).toBeVisible();
});

test('Run plays the recorded run of an unchanged program, in either language, and fetches nothing to run it', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address);
  const think = demo(page, 'think');
  for (const [name, language, runtime] of [
    ['Python', 'python', 'CPython 3.14'],
    ['TypeScript', 'typescript', '@yieldpoint/scheduler'],
  ] as const) {
    await think.getByRole('radio', { name }).check();
    const program = think.locator(`.program[data-language="${language}"]`);
    await program.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(program.locator('.work')).toContainText(`This is the recorded run, made on ${runtime}`);
    await expect(program.getByRole('button', { name: /^Run it here/ })).toBeVisible();
    await expect(think.getByRole('button', { name: 'Stop playing' })).toBeVisible();
    await expect(think.locator('.position')).toHaveText(/^[1-9] /);
  }
  expect(asked.filter((path) => /pyodide|sandbox[^/]*\.html|compile-worker|typescript-libraries/.test(path))).toEqual(
    [],
  );
});

test('a program with a recorded run can be run here', async ({ page }) => {
  await page.goto(`${address}?lang=ts`);
  const program = demo(page, 'think').locator('.program[data-language="typescript"]');
  await program.getByRole('button', { name: 'Run', exact: true }).click();
  await program.getByRole('button', { name: 'Run it here' }).click();
  await expect(program.locator('.work')).toHaveText(/^Ran on @yieldpoint\/scheduler/, { timeout: 60_000 });
  await expect(program.getByRole('button', { name: 'Run it here' })).toBeHidden();
});

test('an embedded demo is in Python unless its address says otherwise', async ({ page }) => {
  await page.goto('/embed/pep-3156-asyncio/think/');
  await expect(listing(demo(page, 'think'), 'python')).toBeVisible();
  await page.goto('/embed/pep-3156-asyncio/think/?lang=ts');
  await expect(listing(demo(page, 'think'), 'typescript')).toBeVisible();
  await expect(demo(page, 'think').locator('demo-stage')).toHaveAttribute('data-shows', 'typescript');
});

test('the link to a step of the run in TypeScript says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${address}?lang=ts#think:7`);
  const think = demo(page, 'think');
  await expect(think.locator('.position')).toHaveText(/^7 /);
  await expect(think.locator('demo-stage')).toHaveAttribute('data-shows', 'typescript');
  await think.getByRole('button', { name: 'Copy link to step' }).click();
  await expect(think.locator('.sentence')).toHaveText('The link to step 7 is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/\?lang=ts#think:7$/);
});

test('the printed page has the run in CPython, and both programs', async ({ page }) => {
  await page.goto(`${address}?lang=ts#think:7`);
  const stage = demo(page, 'think').locator('demo-stage');
  await expect(stage).toHaveAttribute('data-shows', 'typescript');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(stage).toHaveAttribute('data-shows', 'python');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(stage).toHaveAttribute('data-shows', 'typescript');
  await expect(demo(page, 'think').locator('.position')).toHaveText(/^7 /);
});

test('a line and a step that the text names are those of the program that the reader sees', async ({ page }) => {
  await page.goto('/articles/pep-255-generators/');
  const text = page.locator('p', { hasText: 'had stopped' }).first();
  const line = text.getByRole('link', { name: /^line \d+$/ });
  const shown = (language: string): Locator =>
    demo(page, 'line-by-line').locator(`.program[data-language="${language}"] .line:target`);
  await expect(line).toHaveText('line 4');
  await line.click();
  await expect(shown('python')).toContainText('yield line.split');
  await page
    .getByRole('group', { name: 'Language of the programs' })
    .getByRole('radio', { name: 'TypeScript' })
    .check();
  await expect(line).toHaveText('line 6');
  await line.click();
  await expect(shown('typescript')).toContainText('yield line.split');
  await text.getByRole('link', { name: 'step 5' }).click();
  await expect(demo(page, 'line-by-line').locator('.position')).toHaveText(/^5 /);
});
