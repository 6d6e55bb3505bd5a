import type { Locator, Page } from '@playwright/test';
import { goToStep, waitForStep } from './go-to-step.ts';
import { findPlayground, openPlayground } from './open-playground.ts';
import { expect, openDemo, test } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const address = '/articles/pep-525-async-generators/';

type Cancelling = {
  readonly cancel: Locator;
  readonly undo: Locator;
  readonly tasks: Locator;
  readonly sentence: Locator;
  readonly position: Locator;
};

const findCancelling = (stage: Locator): Cancelling => ({
  cancel: stage.getByRole('button', { name: 'Cancel here' }),
  undo: stage.getByRole('button', { name: 'Undo' }),
  tasks: stage.getByRole('combobox', { name: 'The task to cancel' }),
  sentence: stage.locator('.sentence'),
  position: stage.locator('.position'),
});

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Python takes seconds to start in the page. */
const whilePythonStarts = { timeout: 60_000 };

for (const [language, query] of [
  ['Python', ''],
  ['TypeScript', '?lang=ts'],
] as const) {
  test(`a task of a ${language} run is canceled at a step, and its finally is drawn; a link shows the same`, async ({
    page,
  }) => {
    test.slow();
    await page.goto(address + query);
    const stage = await openDemo(page, 'closed-in-time');
    const { cancel, undo, tasks, sentence, position } = findCancelling(stage);
    await goToStep(stage, 4);
    const whole = await position.textContent();
    await expect(tasks.locator('option:checked')).toHaveText('main');
    await expect(undo).toBeHidden();
    // By keyboard: the button keeps the focus, and the message appears where a screen reader hears it.
    await cancel.focus();
    await page.keyboard.press('Enter');
    await expect(sentence).toContainText('You ask to cancel main', whilePythonStarts);
    await expect(sentence).toHaveAttribute('aria-live', 'polite');
    await expect(cancel).toBeFocused();
    await expect(stage.locator('.timeline-names').first()).toContainText('you');
    await expect(stage.locator('.steps')).toContainText('CancelledError is raised there');
    const step = Number((await position.textContent())?.split('/')[0]);
    await stage.getByRole('button', { name: 'Copy link to step' }).click();
    await expect(sentence).toHaveText(`The link to step ${step} is copied.`);
    const link = await copied(page);
    expect(new URL(link).hash).toMatch(new RegExp(`^#closed-in-time:${step}:cancel=1@\\d+\\.\\d+$`));

    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(position).toHaveText(whole ?? '');
    await expect(undo).toBeHidden();
    await expect(cancel).toBeFocused();
    await expect(stage.locator('.steps')).not.toContainText('CancelledError is raised there');

    await page.goto('about:blank');
    await page.goto(link);
    await expect(sentence).toContainText('You ask to cancel main', whilePythonStarts);
    await expect(position).toHaveText(new RegExp(`^${step} /`));
  });
}

test('what can be canceled follows the step, and nothing is seen of it where there is no task', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  const stage = await openDemo(page, 'think');
  const { cancel, tasks, sentence } = findCancelling(stage);
  await expect(cancel).toBeHidden();
  await goToStep(stage, 8);
  await expect(cancel).toHaveAttribute('aria-disabled', 'false');
  await stage.getByRole('button', { name: 'To end' }).click();
  await waitForStep(stage, 'last');
  await expect(cancel).toBeHidden();
  await expect(tasks).toBeHidden();
  await goToStep(stage, 0);
  await expect(cancel).toBeHidden();
  await goToStep(stage, 8);
  await expect(tasks.locator('option')).toHaveText(['main', 'think(5)', 'think(2)']);
  await tasks.selectOption('think(5)');
  await cancel.click();
  await expect(sentence).toContainText('You ask to cancel think(5)');
  // Again, further on in the new run.
  for (let step = 0; step < 4; step += 1) await stage.getByRole('button', { name: 'Step forward' }).click();
  await expect(sentence).toContainText('think(2) suspends');
  await expect(tasks.locator('option:checked')).toHaveText('think(2)');
  await cancel.click();
  await expect(sentence).toContainText('You ask to cancel think(2)');
  await stage.getByRole('button', { name: 'Undo' }).click();
  await expect(stage.locator('.steps')).not.toContainText('You ask to cancel think(2)');
  await expect(stage.locator('.steps')).toContainText('You ask to cancel think(5)');
});

test('a focus on Cancel here stays when the last task ends, and a press says why nothing is left to cancel', async ({
  page,
}) => {
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  const stage = await openDemo(page, 'think');
  const { cancel, sentence } = findCancelling(stage);
  await goToStep(stage, 8);
  await cancel.focus();
  // As playing does, which leaves the focus where it is.
  await stage.getByRole('button', { name: 'To end' }).evaluate((button) => (button as HTMLElement).click());
  await expect(sentence).toContainText('main returns');
  await expect(cancel).toBeFocused();
  await expect(cancel).toHaveAttribute('aria-disabled', 'true');
  await expect(cancel).toHaveAttribute(
    'title',
    'There is nothing to cancel any more: every task has ended. Step back first.',
  );
  await page.keyboard.press('Enter');
  await expect(sentence).toHaveText('There is nothing to cancel any more: every task has ended. Step back first.');
  await page.keyboard.press('Shift+Tab');
  await expect(cancel).toBeHidden();
});

test('a run of generators alone says nothing of canceling, and keeps no place for it', async ({ page }) => {
  await page.goto('/articles/pep-255-generators/');
  const stage = page.locator('demo-stage').first();
  await goToStep(stage, 0);
  await expect(stage.locator('.cancel-here')).toHaveCSS('display', 'none');
});

for (const [what, requests, said] of [
  ['a damaged request', '2@x', 'The link is damaged: what it asks to cancel cannot be read.'],
  ['too many requests', Array.from({ length: 2000 }, () => '1@1.1').join(','), 'The link is damaged'],
  [
    'a task that does not exist',
    '99@1.1',
    'The request could not be made: this run does not have that task at that moment.',
  ],
  ['a moment that does not exist', '1@900000.900000', 'The request could not be made'],
] as const) {
  test(`a link with ${what} shows the run as it is, and says why`, async ({ page }) => {
    await page.goto(`/articles/pep-3156-asyncio/?lang=ts#think:5:cancel=${requests}`);
    const stage = page.locator('figure#think');
    const { sentence, position, undo } = findCancelling(stage);
    await expect(sentence).toContainText(said);
    await expect(position).toHaveText(/^5 \//);
    await expect(undo).toBeHidden();
    await stage.getByRole('button', { name: 'Step forward' }).click();
    await expect(sentence).toContainText('Step 6 of');
  });
}

test('a link that is in the address already is followed again', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/?lang=ts#think:9:cancel=2@2.1');
  const stage = page.locator('figure#think');
  const { sentence, undo } = findCancelling(stage);
  await expect(sentence).toContainText('You ask to cancel think(5)');
  await undo.click();
  await expect(sentence).not.toContainText('You ask');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#think:9:cancel=2@2.1';
    link.textContent = 'cancel think(5)';
    document.querySelector('figure#think')?.before(link);
  });
  await page.getByRole('link', { name: 'cancel think(5)' }).click();
  await expect(sentence).toContainText('You ask to cancel think(5)');
});

test('a task canceled while the run in TypeScript is still loading is canceled in that run', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/demos/typescript/**', async (route) => {
    await arrived;
    await route.continue();
  });
  // CPython, in which the shown run would be made, never comes.
  await page.route('**/*.wasm.txt', () => undefined);
  await page.goto('/articles/pep-3156-asyncio/?lang=ts');
  const stage = await openDemo(page, 'think');
  const { cancel, tasks, sentence } = findCancelling(stage);
  await goToStep(stage, 8);
  await tasks.selectOption('think(5)');
  await cancel.click();
  await expect(stage.locator('[data-action="undo-cancel"]', { hasText: 'Stop' })).toBeVisible();
  arrive();
  await expect(stage.locator('demo-stage')).toHaveAttribute('data-shows', 'typescript');
  await expect(sentence).toContainText('You ask to cancel think(5)');
});

test('the other language cancels the same task, and both are compared', async ({ page }) => {
  test.slow();
  await page.goto('/articles/pep-3156-asyncio/?lang=ts#think:9:cancel=2@2.1');
  const stage = page.locator('figure#think');
  const { sentence } = findCancelling(stage);
  await expect(sentence).toContainText('You ask to cancel think(5)');
  await stage.getByRole('radio', { name: 'Python' }).check();
  await expect(stage.locator('demo-stage')).toHaveAttribute('data-shows', 'python');
  await expect(sentence).toContainText('You ask to cancel think(5)', whilePythonStarts);
  await stage.getByRole('button', { name: 'Compare both runs' }).click();
  await expect(stage.locator('.found')).toHaveText(/^Both runs have the same/, whilePythonStarts);
  await expect(stage.locator('.compared .timeline-names').first()).toContainText('you');
});

test('in the playground a task is canceled, and a link carries the program with it, unrun', async ({ page }) => {
  test.slow();
  const { stage, choose, turn, run, title, console } = await openPlayground(page);
  await turn('TypeScript');
  await choose('Programs', 'A TaskGroup fails');
  await expect(title).toHaveText('A TaskGroup fails');
  const { cancel, tasks, sentence, undo } = findCancelling(stage);
  await expect(console).toContainText('lamp reserved');
  await goToStep(stage, 12);
  await tasks.selectOption('lamp');
  await cancel.click();
  await expect(sentence).toContainText('You ask to cancel lamp');
  await stage.getByRole('button', { name: 'To end' }).click();
  await expect(console).toContainText('lamp: left the warehouse');
  await expect(console).not.toContainText('lamp reserved');
  await page.locator('.bench').getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.said')).toContainText('The link is copied.');

  const link = await copied(page);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('.shared')).toContainText('Nothing of it has run');
  await expect(page.locator('.shared')).toContainText('The link also asks to cancel a task');
  await expect(findPlayground(page).stage.locator('.picture')).toBeHidden();
  await run.click();
  await expect(sentence).toContainText('You ask to cancel lamp');
  await undo.click();
  await stage.getByRole('button', { name: 'To end' }).click();
  await expect(console).toContainText('lamp reserved');
});
