import type { Locator, Page } from '@playwright/test';
import { goToStep } from './go-to-step.ts';
import { demo, expect, test } from './site.ts';

const states = '/dev/demos/states/';

async function openPinned(page: Page): Promise<Locator> {
  await page.goto(states);
  return demo(page, 'pinned');
}

/** The pinned variable of that name. */
function pin(place: Locator, name: string): Locator {
  return place.locator('.pin').filter({ has: place.page().locator('.pin-name b', { hasText: name }) });
}

const cells = (found: Locator): Locator => found.locator('li');

/** Goes to the first step whose sentence contains these words. */
async function goTo(place: Locator, told: string): Promise<void> {
  await place.locator('.steps').evaluate((steps) => steps.setAttribute('open', ''));
  await place.locator('.steps a', { hasText: told }).first().click();
}

test('a queue, a heap, a stack and a dict follow the steps', async ({ page }) => {
  const pinned = await openPinned(page);
  await goTo(pinned, 'open');
  await expect(pin(pinned, 'self.ready')).toContainText('no value yet');
  await expect(cells(pin(pinned, 'stack'))).toHaveText(["'cup'"]);
  await expect(cells(pin(pinned, 'prices'))).toHaveText(["'coffee' 3"]);
  await expect(pin(pinned, 'names')).toContainText('empty');
  await goTo(pinned, 'starts coffee');
  await expect(pin(pinned, 'self.ready').locator('.pin-way')).toContainText(/coffee @\d+, tea/);
  await goTo(pinned, 'turn 1');
  await expect(pin(pinned, 'self.ready')).toContainText('queue in run');
  await expect(cells(pin(pinned, 'self.ready'))).toHaveText([/^tea/]);
  await expect(cells(pin(pinned, 'asleep'))).toHaveText([/3, coffee.*smallest$/]);
  await goTo(pinned, 'turn 2');
  await expect(cells(pin(pinned, 'asleep'))).toHaveText([/3, coffee[^a-z]*$/, /2, tea.*smallest$/]);
  await expect(cells(pin(pinned, 'now'))).toHaveText(['2']);
});

test('the room for pinned variables stays the same from step to step', async ({ page }) => {
  const pinned = await openPinned(page);
  const last = Number(await pinned.getByRole('slider', { name: 'Step' }).getAttribute('max'));
  const heights: number[] = [];
  for (let step = 0; step <= last; step += 1) {
    await goToStep(pinned, step);
    heights.push(await pinned.locator('.pins').evaluate((pins) => pins.getBoundingClientRect().height));
  }
  expect(new Set(heights).size).toBe(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the pinned variables show their values at the last step', async ({ page }) => {
    const pinned = await openPinned(page);
    await expect(cells(pin(pinned, 'asleep'))).toHaveText([/coffee/, /tea/]);
    await expect(cells(pin(pinned, 'prices'))).toHaveText(["'coffee' 3", "'tea' 2"]);
    await expect(pin(pinned, 'self.ready')).toContainText('empty');
  });
});
