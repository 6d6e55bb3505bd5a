import type { Locator, Page } from '@playwright/test';
import { goToStep } from './go-to-step.ts';
import { openPlayground } from './open-playground.ts';
import { demo, expect, openDemo, test } from './site.ts';

const generators = '/articles/pep-255-generators/';

/** The card of a function's frame in one of the lists: the call stack, or the suspended frames. */
function card(place: Locator, list: 'stack' | 'suspended', name: RegExp): Locator {
  return place
    .locator(`[data-frames="${list}"] .card`)
    .filter({ has: place.page().locator('.call b', { hasText: name }) });
}

/** The variables on the card, one text for each. */
const variables = (found: Locator): Locator => found.locator('dl > div');

async function openFibonacci(page: Page): Promise<Locator> {
  await page.goto(generators);
  return openDemo(page, 'fibonacci');
}

test('a suspended generator keeps its variables while its caller continues', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  const suspended = card(fibonacci, 'suspended', /^fibonacci\(below=4\)$/);
  await goToStep(fibonacci, 7);
  await expect(variables(suspended)).toHaveText(['below4', 'a1 set', 'b1']);
  await expect(card(fibonacci, 'stack', /^main\(\)$/)).toHaveAttribute('data-status', 'running');
  for (const step of [8, 9]) {
    await goToStep(fibonacci, step);
    await expect(variables(suspended)).toHaveText(['below4', 'a1', 'b1']);
  }
  await goToStep(fibonacci, 10);
  await expect(suspended).toHaveCount(0);
  await expect(variables(card(fibonacci, 'stack', /^fibonacci/))).toHaveText(['below4', 'a1', 'b1']);
  await expect(card(fibonacci, 'stack', /^main/)).toHaveAttribute('data-status', 'calling');
});

test('a step without frames shows no frame of the whole run', async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
  const think = await openDemo(page, 'think');
  await expect(think.locator('.frames .card')).toHaveCount(1);
  await goToStep(think, 0);
  await expect(think.locator('.frames .card')).toHaveCount(0);
});

test('the room for frames stays the same from step to step', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  const last = Number(await fibonacci.getByRole('slider', { name: 'Step' }).getAttribute('max'));
  const tops: number[] = [];
  for (let step = 0; step <= last; step += 1) {
    await goToStep(fibonacci, step);
    tops.push(
      await fibonacci.locator('.programs').evaluate((programs) => programs.getBoundingClientRect().top + scrollY),
    );
  }
  expect(new Set(tops).size).toBe(1);
});

test('the line of a plain function is marked while it runs and while it calls', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  const program = fibonacci.locator('.program[data-language="python"]');
  await goToStep(fibonacci, 9);
  await expect(program.locator('[data-mark="running"]')).toContainText('main does something else');
  await goToStep(fibonacci, 10);
  await expect(program.locator('[data-mark="calling"]')).toContainText('for number in numbers');
  await fibonacci.getByRole('radio', { name: 'TypeScript' }).check();
  const typescript = fibonacci.locator('.program[data-language="typescript"]');
  await expect(typescript.locator('[data-mark="calling"]')).toContainText('for (const number of numbers)');
});

test('a change of a list is marked at every variable that refers to it', async ({ page }) => {
  const { write, run, stage } = await openPlayground(page, '/playground/?lang=ts');
  await write(
    'function fill(basket: string[]) {\n  console.log("filling");\n  basket.push("tea");\n  console.log("filled");\n}\n\n' +
      'export function main() {\n  const order: string[] = [];\n  fill(order);\n  console.log("end");\n}',
  );
  await run.click();
  await expect(stage.locator('.console')).toContainText('filled', { timeout: 60_000 });
  await goToStep(stage, 0);
  const said = (): Promise<string> =>
    stage.locator('.frames').evaluate((frames) => getComputedStyle(frames, '::after').content);
  expect(await said()).toBe('"No frames at this step."');
  await goToStep(stage, 2);
  expect(await said()).toBe('"@ and a number: the same object"');
  const [basket, order] = [variables(card(stage, 'stack', /^fill/)), variables(card(stage, 'stack', /^main/))];
  await expect(basket).toHaveText(/^basket\['tea'\] @\d+ changed$/);
  await expect(order).toHaveText(/^order\['tea'\] @\d+ changed$/);
  const mark = (found: Locator): Promise<string | null> => found.locator('.same').textContent();
  expect(await mark(basket)).toBe(await mark(order));
});

test('a variable in the listing shows its value and the steps that set it, by pointer and by keyboard', async ({
  page,
}) => {
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 7);
  const listing = fibonacci.locator('.program[data-language="python"] pre');
  const story = fibonacci.getByRole('dialog', { name: 'The variable a' });
  const a = listing.getByRole('button', { name: 'a', exact: true }).first();
  await a.hover();
  await expect(story).toContainText('a in fibonacci(below=4) is 1.');
  await expect(story.getByRole('link').first()).toHaveText('step 4');
  await story.getByRole('link', { name: 'step 4' }).click();
  await expect(fibonacci.locator('.position')).toHaveText(/^4 /);
  await expect(story).toContainText('a in fibonacci(below=4) is 0.');
  await page.keyboard.press('Escape');
  await expect(story).toBeHidden();

  // Tab goes to the first variable of the listing, and arrows move from there.
  await listing.focus();
  await page.keyboard.press('Tab');
  await expect(listing.getByRole('button', { name: 'below' }).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(a).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(story.getByRole('link', { name: 'step 4' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(story).toBeHidden();
  await expect(a).toBeFocused();
});

test('Tab leaves the story of a variable for the next control, and closes it', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 7);
  const variable = card(fibonacci, 'suspended', /^fibonacci/).getByRole('button', { name: 'a', exact: true });
  const story = fibonacci.getByRole('dialog', { name: 'The variable a' });
  await variable.focus();
  await page.keyboard.press('Enter');
  await expect(story.locator(':focus')).toHaveText('step 4');
  const links = await story.getByRole('link').count();
  for (let link = 0; link < links; link += 1) await page.keyboard.press('Tab');
  await expect(
    card(fibonacci, 'suspended', /^fibonacci/).getByRole('button', { name: 'b', exact: true }),
  ).toBeFocused();
  await expect(story).toBeHidden();
});

test('a press on a variable counts even before the part that tells its story has arrived', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/variable-popover\.[^/]*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 7);
  const variable = card(fibonacci, 'suspended', /^fibonacci/).getByRole('button', { name: 'b', exact: true });
  await variable.press('Enter');
  arrive();
  const story = fibonacci.getByRole('dialog', { name: 'The variable b' });
  await expect(story).toContainText('b in fibonacci(below=4) is 1.');
  await expect(story.locator(':focus')).toHaveCount(1);
});

test('a variable on a card shows the same, and its line leads to the listing', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 9);
  const suspended = card(fibonacci, 'suspended', /^fibonacci/);
  await suspended.getByRole('button', { name: 'b', exact: true }).click();
  await expect(fibonacci.getByRole('dialog', { name: 'The variable b' })).toContainText(
    'b in fibonacci(below=4) is 1.',
  );
  await page.keyboard.press('Escape');
  await suspended.getByRole('link', { name: 'line 5' }).click();
  await expect(fibonacci.locator('.program[data-language="python"] .line:target')).toContainText('yield a');
});

test('a step says in its sentence, and in the steps as text, what it changes', async ({ page }) => {
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 4);
  await expect(fibonacci.locator('.sentence')).toContainText('fibonacci(below=4): a = 0, b = 1.');
  await fibonacci.getByText(/^The run as text/).click();
  await expect(fibonacci.locator('.steps li').nth(3)).toContainText('fibonacci(below=4): a = 0, b = 1.');
});

test('the frames are shown even without the file of variables', async ({ page }) => {
  await page.route('**/demos/variables/**', (route) => route.fulfill({ json: [['nonsense']] }));
  const fibonacci = await openFibonacci(page);
  await goToStep(fibonacci, 7);
  await expect(card(fibonacci, 'suspended', /^fibonacci/)).toContainText('line 5');
  await expect(demo(page, 'fibonacci').locator('.frames dl')).toHaveCount(0);
});

test('a card of up to four rows reserves, before it is painted, the height that it has in sight', async ({ page }) => {
  const measure = (contain: string): Promise<readonly (readonly [rows: string, height: number])[]> =>
    page.evaluate((value) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.frames .card { content-visibility: visible !important; contain: ${value} !important; }`);
      document.adoptedStyleSheets = [sheet];
      return [...document.querySelectorAll<HTMLElement>('.frames .card')]
        .map((card) => [card.dataset['rows'] ?? '', card.getBoundingClientRect().height] as const)
        .filter(([rows, height]) => Number(rows) <= 4 && height > 0);
    }, contain);
  const seen = new Set<string>();
  for (const address of ['/dev/demos/twelve/', '/articles/event-loop/']) {
    await page.goto(address);
    // A box that contains its size is as high as the style sheet says, whatever is in it.
    const reserved = await measure('size');
    for (const [rows] of reserved) seen.add(rows);
    expect(reserved).toEqual(await measure('none'));
  }
  expect(seen).toEqual(new Set(['1', '2', '3', '4']));
});
