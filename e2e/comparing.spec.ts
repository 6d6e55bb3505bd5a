import type { Locator, Page } from '@playwright/test';
import { goToStep } from './go-to-step.ts';
import { demo, expect, openDemo, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

test('every demo says which CPython it was checked against, and what was compared', async ({ page }) => {
  await page.goto(address);
  await expect(demo(page, 'think').locator('.parity')).toHaveText(
    /^Does the same in CPython 3\.14\.\d+ and in TypeScript: the same \d+ lines at the same virtual times, and the same \d+ steps of tasks/,
  );
  await page.goto('/dev/demos/states/');
  await expect(demo(page, 'differing').locator('.parity')).toHaveText(
    /^Not the same in another runtime and in TypeScript\. .+ differs\./,
  );
});

test('both runs of a demo are shown one below the other without loading CPython', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('pyodide')) loaded.push(request.url());
  });
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await think.getByRole('button', { name: 'Compare both runs' }).click();
  await expect(think.locator('.found')).toHaveText(/^Both runs have the same \d+ lines/);
  await expect(think.locator('.compared .timeline-run')).toHaveCount(2);
  await expect(think.locator('.side')).toHaveText([/^CPython 3\.14/, /^@yieldpoint\/scheduler/]);
  expect(loaded).toEqual([]);
});

test('a warning that only CPython gives is shown and makes no difference; in its own run it is on the console', async ({
  page,
}) => {
  const warning = "RuntimeWarning: coroutine 'save' was never awaited (line 9)";
  await page.goto('/articles/pep-492-async-await/');
  const found = await openDemo(page, 'never-awaited');
  await expect(found.locator('.parity')).toContainText(`CPython also warns, which is not compared: ${warning}.`);
  await found.getByRole('button', { name: 'Compare both runs' }).click();
  await expect(found.locator('.found')).toHaveText(/^Both runs have the same 4 lines .* CPython also warns/);

  await expect(found.locator('.console li')).toHaveCount(5);
  await expect(found.locator('.console .warning')).toHaveText(`0 s ${warning}`);
  await expect(found.locator('.steps li', { hasText: warning })).toHaveCount(1);
});

test('the first difference is described, and marked in both runs', async ({ page }) => {
  test.setTimeout(120_000);
  const think = await compareWith(page, '\nprint("one line more")\n');
  for (const side of ['python', 'typescript']) {
    const band = think.locator(`[data-side="${side}"] .now`);
    await expect.poll(async () => Number(await band.getAttribute('width'))).toBeGreaterThan(0);
  }
});

test('two runs of which one is long are drawn where they differ, and the overview of the long one shows the rest of it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const think = await compareWith(page, '\nfor row in range(600):\n    print("row", row)\n');
  const long = think.locator('[data-side="python"]');
  const other = think.locator('[data-side="typescript"]');
  await expect(other.locator('.timeline-run .now')).not.toHaveAttribute('width', '0');
  await expect(other.locator('.overview')).toHaveCount(0);
  await expect(long.locator('.timeline-run .now')).not.toHaveAttribute('width', '0');
  // Not the hundreds of steps of the whole run.
  expect(await long.locator('.timeline-run .mark').count()).toBeLessThan(100);
  const position = await think.locator('.position').textContent();
  const overview = long.getByRole('slider', { name: 'Overview of the whole run, step' });
  await overview.press('End');
  await expect(long.locator('.omitted')).toHaveText([/^[\d,]+ before$/]);
  await expect(long.locator('.timeline-run .now')).toHaveAttribute('width', '0');
  await expect(think.locator('.position')).toHaveText(position ?? '');
});

test('side by side, both programs are marked at the same step', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await goToStep(think, 1);
  await think.getByRole('radio', { name: 'Side by side' }).check();
  await goToStep(think, 2);
  for (const language of ['python', 'typescript']) {
    const marked = think.locator(`.program[data-language="${language}"] .line[data-mark="running"]`);
    await expect(marked).toHaveText(/main/);
  }
});

test('a run can be drawn by time, and its causes show at the step they led to', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const byTime = think.getByRole('button', { name: 'By time' });
  await byTime.click();
  await expect(byTime).toHaveAttribute('aria-pressed', 'true');
  await expect(think.locator('.picture .timeline')).toHaveAttribute('data-axis', 'time');
  await goToStep(think, 22);
  await expect(think.locator('.picture .causes [data-current]')).not.toHaveCount(0);
  await byTime.click();
  await expect(think.locator('.picture .timeline')).toHaveAttribute('data-axis', 'step');
  await expect(think.locator('.position')).toHaveText(/^22 /);
  await page.goto('/articles/pep-255-generators/');
  await expect(demo(page, 'fibonacci').locator('[data-action="axis"]')).toBeHidden();
});

test('a demo about durations is first drawn by time', async ({ page }) => {
  await page.goto('/articles/event-loop/');
  const requests = await openDemo(page, 'three-requests');
  const drawing = requests.locator('.picture .timeline');
  const byTime = requests.getByRole('button', { name: 'By time' });
  await expect(drawing).toHaveAttribute('data-axis', 'time');
  await expect(byTime).toHaveAttribute('aria-pressed', 'true');
  await requests.getByRole('button', { name: 'Step back' }).click();
  await expect(requests.locator('.picture [data-future]')).not.toHaveCount(0);
  await byTime.click();
  await expect(drawing).toHaveAttribute('data-axis', 'step');
});

test('a link to the step is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await goToStep(think, 7);
  await think.getByRole('button', { name: 'Copy link to step' }).click();
  await expect(think.locator('.sentence')).toHaveText('The link to step 7 is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/articles\/pep-3156-asyncio\/#think:7$/);
});

test('buttons go to the switches of the same task, and every control is large enough for a finger', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(new URL(address, baseURL).href);
  const think = await openDemo(page, 'think');
  await goToStep(think, 2);
  await think.getByRole('button', { name: 'Next switch of the same task' }).tap();
  await expect(think.locator('.position')).not.toHaveText(/^[012] /);
  await expect(think.getByRole('button', { name: 'Cancel here' })).toBeVisible();
  for (const control of await think
    .locator(
      '.controls button:visible, .scrubber :is(button:visible, select), .cancel-here :is(button, select):visible, .program button:visible',
    )
    .all()) {
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  const tops = await think
    .locator('.controls button:not(.worded)')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

/** Adds lines to the Python half of the demo `think`, compares both runs, and waits for the difference. */
async function compareWith(page: Page, lines: string): Promise<Locator> {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const python = think.locator('.program[data-language="python"]');
  await python.getByRole('button', { name: /^Edit/ }).click();
  await python.getByRole('textbox').press('ControlOrMeta+End');
  await page.keyboard.insertText(lines);
  await think.getByRole('button', { name: 'Compare both runs' }).click();
  await expect(think.locator('.found')).toContainText('differs.', { timeout: 100_000 });
  return think;
}
