import { demo, expect, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

test('a right prediction is confirmed, and the run is shown', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  const printed = await think.locator('.console samp').allTextContents();
  await think.getByLabel(/^The lines you expect/).fill(printed.join('\n'));
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toHaveText(`Right: ${printed.length} lines, in this order.`);
  await expect(think.locator('.timeline-run').first()).toBeVisible();
});

test('a wrong prediction leads to the step where it first differs from the run, by keyboard alone', async ({
  page,
}) => {
  await page.goto(address);
  const think = demo(page, 'think');
  const printed = await think.locator('.console samp').allTextContents();
  const [first = '', second = '', ...rest] = printed;
  await think.getByLabel(/^The lines you expect/).focus();
  await page.keyboard.type([second, first, ...rest].join('\n'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const verdict = think.locator('.verdict');
  await expect(verdict).toContainText(`Line 1 is “${first}”, and you expected “${second}”.`);
  const step = /step (\d+)/.exec((await verdict.textContent()) ?? '')?.[1] ?? '';
  await expect(think.locator('.position')).toHaveText(new RegExp(`^${step} `));
  await expect(think.locator('.sentence')).toContainText(first);
  await page.keyboard.press('ArrowLeft');
  await expect(think.locator('.position')).toHaveText(new RegExp(`^${Number(step) - 1} `));
});

test('an answer can be put together from the lines, and no answer is not an answer', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toContainText('Write at least one line first');
  await expect(think.locator('.timeline-run').first()).toBeHidden();
  await think.getByText('Pick from the lines that are printed').click();
  for (const line of await think.locator('.console samp').allTextContents()) {
    await think.locator('[data-action="pick"]', { hasText: line }).first().click();
  }
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toHaveText(/^Right/);
});

test('the text that explains a run is covered and uncovered with it', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  const explained = page.locator('[data-explains="think"]');
  await expect(think.locator('.question')).toBeVisible();
  await expect(explained).toBeAttached();
  await expect(explained).toBeHidden();
  await expect(think.getByText('Why the run comes out this way')).toBeHidden();
  await expect(think.locator('.parity')).toBeHidden();
  await think.getByRole('button', { name: 'I have my answer: show the run' }).click();
  await expect(explained).toBeVisible();
  await expect(think.getByText('Why the run comes out this way')).toBeVisible();
  await expect(think.locator('.parity')).toBeVisible();
});

test('a link into the text that explains a run shows both', async ({ page }) => {
  await page.goto(address);
  const found = page.locator('[data-explains="future-by-timer"] [id^="cite-"]').first();
  await expect(found).toBeHidden();
  const id = (await found.getAttribute('id')) ?? '';
  await page.goto(`${address}#${id}`);
  const cited = page.locator(`#${id}`);
  await expect(cited).toBeInViewport();
});

test('a demo that asks for nothing shows its run at once', async ({ page }) => {
  await page.goto(address);
  const shown = demo(page, 'task-by-hand');
  await expect(shown.locator('.timeline-run')).toBeVisible();
  await expect(shown.locator('.question, .cover')).toHaveCount(0);
});
