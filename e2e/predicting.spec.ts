import { demo, expect, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

test('a right prediction is told so, and the run is shown', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  const printed = await think.locator('.console samp').allTextContents();
  await think.getByLabel(/^What does it print/).fill(printed.join('\n'));
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toHaveText(`Right: ${printed.length} lines, in this order.`);
  await expect(think.locator('.timeline-run').first()).toBeVisible();
});

test('a wrong one leads to the step where it parts from the run, by keyboard alone', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  const printed = await think.locator('.console samp').allTextContents();
  const [first = '', second = '', ...rest] = printed;
  await think.getByLabel(/^What does it print/).focus();
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

test('an answer can be put together from the lines, and no answer is no answer', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toContainText('Write at least one line first');
  await expect(think.locator('.timeline-run').first()).toBeHidden();
  await think.getByText('Put it together from the lines that are printed').click();
  for (const line of await think.locator('.console samp').allTextContents()) {
    await think.locator('[data-action="pick"]', { hasText: line }).first().click();
  }
  await think.getByRole('button', { name: 'Check my prediction' }).click();
  await expect(think.locator('.verdict')).toHaveText(/^Right/);
});
