import type { Locator, Page } from '@playwright/test';
import { goToStep } from './go-to-step.ts';
import { openPlayground } from './open-playground.ts';
import { demo, expect, openDemo, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

/**
 * Opens an editor with `text` instead of the demo's program, and the cursor after it. Waits until TypeScript has loaded, because on
 * a busy machine that takes longer than an answer may take.
 */
async function write(page: Page, language: 'typescript' | 'python', text: string): Promise<Locator> {
  await page.goto(`${address}?lang=${language === 'python' ? 'py' : 'ts'}`);
  const panel = demo(page, 'think').locator(`.program[data-language="${language}"]`);
  await panel.getByRole('button', { name: /^Edit/ }).click();
  await panel.getByRole('textbox').click();
  if (language === 'typescript') {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('const wrong: number = true;');
    await expect(panel.locator('.cm-lintRange-error')).toHaveText('wrong', { timeout: 60_000 });
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  return panel;
}

const option = (panel: Locator, name: string): Locator => panel.getByRole('option', { name, exact: true });

/**
 * For this many milliseconds CodeMirror ignores keys for a list that has just opened, because they may have been meant for the
 * text.
 */
const interactionDelay = 75;

/**
 * Takes the chosen suggestion by keyboard as soon as the visible list accepts keys, by the page's clock, which CodeMirror uses too.
 */
async function take(page: Page): Promise<void> {
  const visibleSince = await page.evaluate(() => Date.now());
  await page.waitForFunction(([since, delay]) => Date.now() - since > delay, [visibleSince, interactionDelay] as const);
  await page.keyboard.press('Enter');
}

/** Collects the editor's announcements to screen readers from now on, because it removes each one after a fifth of a second. */
async function hear(panel: Locator): Promise<() => Promise<readonly string[]>> {
  const heard = await panel.locator('.cm-announced').evaluateHandle((place) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(place.textContent)).observe(place, { childList: true, subtree: true });
    return texts;
  });
  return () => heard.jsonValue();
}

test('nothing of TypeScript is fetched before the reader edits', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address, { waitUntil: 'networkidle' });
  const variables = page.waitForResponse(/\/demos\/variables\//);
  await goToStep(await openDemo(page, 'think'), 1);
  // The last file that the stage asks for.
  await variables;
  expect(asked.filter((path) => /compile-worker|typescript-libraries|editor/.test(path))).toEqual([]);
});

test("the editor of one of the site's programs fetches the libraries for checking at the first change", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${address}?lang=ts`);
  const panel = demo(page, 'think').locator('.program[data-language="typescript"]');
  const compiler = page.waitForRequest(/compile-worker/);
  // By keyboard, because a pointer that rests on a word of the program asks for an explanation.
  await panel.getByRole('button', { name: /^Edit/ }).press('Enter');
  await (await (await compiler).response())?.finished();
  await expect(panel.getByRole('textbox')).toBeFocused();
  expect(asked.filter((path) => path.includes('typescript-libraries'))).toEqual([]);
  const libraries = page.waitForRequest(/typescript-libraries/);
  await panel.getByRole('textbox').pressSequentially(' ');
  await libraries;
});

test('names of the scheduler are suggested while typing, explained, and imported when they are taken', async ({
  page,
}) => {
  const panel = await write(
    page,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(1);\n  `,
  );
  await page.keyboard.type('const lock = new Loc');
  await expect(option(panel, 'Lock + import')).toBeVisible();
  const chosen = panel.getByRole('option', { selected: true });
  await expect(chosen).toHaveText('Lock + import');
  await expect(panel.getByRole('textbox')).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? '',
  );
  await expect(panel.locator('.cm-explanation')).toContainText('one task at a time');
  await take(page);
  const first = panel.locator('.cm-line').first();
  await expect(first).toHaveText(`import { sleep, Lock } from '@yieldpoint/scheduler';`);
  await page.keyboard.type('();\nlock.acq');
  await expect(option(panel, 'acquire')).toBeVisible();
  await take(page);
  await expect(panel.locator('.cm-line').nth(4)).toHaveText('  lock.acquire');
});

test('one undo takes a suggestion back, with its import', async ({ page }) => {
  const panel = await write(page, 'typescript', '');
  await page.keyboard.type('gath');
  await expect(option(panel, 'gather + import')).toBeVisible();
  await take(page);
  await expect(panel.locator('.cm-line')).toHaveText([`import { gather } from '@yieldpoint/scheduler';`, 'gather']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(panel.locator('.cm-line')).toHaveText(['gath']);
});

test('Escape closes the suggestions, and Tab then leaves the editor', async ({ page }) => {
  const panel = await write(page, 'typescript', '');
  await page.keyboard.type('gath');
  await expect(option(panel, 'gather + import')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(option(panel, 'gather + import')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('textbox')).not.toBeFocused();
});

test('type errors are shown at their place while the program is written, and disappear when they are fixed', async ({
  page,
}) => {
  const panel = await write(
    page,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  const n: number = await sleep(1, 'a');\n}\n`,
  );
  await expect(panel.locator('.cm-lintRange-error')).toHaveText('n');
  await page.keyboard.press('F8');
  await expect(panel.locator('.cm-tooltip-lint')).toHaveText("Type 'string' is not assignable to type 'number'.");
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('export async function main() {}\n');
  await expect(panel.locator('.cm-lintRange-error')).toHaveCount(0);
});

test('a name is explained under the pointer, and by keyboard', async ({ page }) => {
  const panel = await write(
    page,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(1);\n}`,
  );
  const explanation = panel.locator('.cm-explanation');
  await panel.locator('.cm-line').nth(2).getByText('sleep').hover();
  await expect(explanation).toContainText('sleep(delay: number): AwaitableCoroutine<void>');
  await expect(explanation).toContainText('Suspends for `delay` seconds of loop time');
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
  await panel.locator('.cm-line').nth(2).getByText('sleep').click();
  await page.mouse.move(0, 0);
  await expect(explanation).toBeHidden();
  const listHeard = await hear(panel);
  await page.keyboard.press('ControlOrMeta+i');
  await expect(explanation).toContainText('AwaitableCoroutine<void>');
  await expect.poll(listHeard).toContainEqual(expect.stringContaining('Suspends for'));
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
});

test("Python gets the names of its modules, and the methods of asyncio's objects", async ({ page }) => {
  const panel = await write(page, 'python', 'import asyncio\n\nasync def main():\n');
  await page.keyboard.type('    await asyncio.gath');
  await expect(panel.getByRole('option', { name: /^gather\(\*coros_or_futures/ })).toBeVisible();
  await take(page);
  await page.keyboard.type('()\nqueue.put_n');
  await expect(panel.getByRole('option', { name: /^put_nowait\(item\)/ })).toBeVisible();
  await expect(panel.locator('.cm-completionInfo')).toContainText(
    'Queue: Put an item into the queue without blocking.',
  );
});

test('the playground shows what the program compiles to, and follows changes', async ({ page }) => {
  const { editor, choose } = await openPlayground(page, '/playground/?lang=ts');
  const lowered = page.locator('.lowered');
  await expect(lowered).toBeHidden();
  await page.getByText('What the TypeScript compiles to').click();
  await expect(lowered.locator('pre')).toContainText('return coroutine(this, void 0, void 0, function* () {');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('export const mine = async (a: number) => {\n  const one = await a;\n};\n');
  await expect(lowered.locator('.line')).toHaveText([
    'import { __awaiter as coroutine } from "@yieldpoint/scheduler/lowering";',
    'export const mine = (a) => coroutine(void 0, void 0, void 0, function* () {',
    '    const one = yield a;',
    '});',
  ]);
  await page.keyboard.insertText('await');
  await expect(lowered).toHaveAttribute('data-stale');
  await expect(lowered.getByRole('status')).toHaveText(/^Line 4: /);
  await choose('File', 'Back to the original');
  await expect(lowered.locator('pre')).toContainText('coroutine(this, void 0, void 0, function* () {');
  await expect(lowered).not.toHaveAttribute('data-stale');
});
