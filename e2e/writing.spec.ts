import type { Locator, Page } from '@playwright/test';
import { demo, expect, test } from './site.ts';

const address = '/articles/pep-3156-asyncio/';

/** Opens an editor with `text` in the place of the demo's program, and the cursor behind it. */
async function write(page: Page, language: 'typescript' | 'python', text: string): Promise<Locator> {
  await page.goto(address);
  const panel = demo(page, 'think').locator(`.program[data-language="${language}"]`);
  await panel.getByRole('button', { name: /^Edit/ }).click();
  await panel.getByRole('textbox').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  return panel;
}

const option = (panel: Locator, name: string): Locator => panel.getByRole('option', { name, exact: true });

test('nothing of TypeScript is fetched before the reader edits', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address, { waitUntil: 'networkidle' });
  await demo(page, 'think').getByRole('button', { name: 'I have my answer: show the run' }).click();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /compile-worker|typescript-libraries|editor/.test(path))).toEqual([]);
});

test('what the scheduler has is suggested as it is typed, explained, and imported when it is taken', async ({ page }) => {
  const panel = await write(
    page,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(1);\n  `,
  );
  await page.keyboard.type('const lock = new Loc');
  await expect(option(panel, 'Lock + import')).toBeVisible();
  await expect(panel.getByRole('textbox')).toHaveAttribute('aria-activedescendant', /./);
  await expect(panel.locator('.cm-explanation')).toContainText('one task at a time');
  await page.keyboard.press('Enter');
  await page.keyboard.type('();\n  lock.acq');
  await expect(option(panel, 'acquire')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel.locator('.cm-line').first()).toHaveText(`import { sleep, Lock } from '@yieldpoint/scheduler';`);
  await expect(panel.locator('.cm-line').nth(4)).toHaveText('  lock.acquire');
  // one press takes the suggestion back whole, with its import
  await page.keyboard.type('(');
  await expect(option(panel, 'acquire')).toBeHidden();
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

test('type errors stand at their place while the program is written, and go when they are mended', async ({ page }) => {
  const panel = await write(
    page,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  const n: number = await sleep(1, 'a');\n}\n`,
  );
  await expect(panel.locator('.cm-lintRange-error')).toHaveText('n');
  await page.keyboard.press('F8');
  await expect(panel.locator('.cm-tooltip-lint')).toHaveText(
    "Type 'string' is not assignable to type 'number'.",
  );
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
  await page.mouse.move(0, 0);
  await expect(explanation).toBeHidden();
  await panel.locator('.cm-line').nth(2).getByText('sleep').click();
  await page.keyboard.press('ControlOrMeta+i');
  await expect(explanation).toContainText('AwaitableCoroutine<void>');
  await expect(panel.locator('.cm-announced')).toContainText('Suspends for');
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
});

test('Python gets the names of its modules, and the methods of what asyncio makes', async ({ page }) => {
  const panel = await write(page, 'python', 'import asyncio\n\nasync def main():\n');
  await page.keyboard.type('    await asyncio.gath');
  await expect(panel.getByRole('option', { name: /^gather\(\*coros_or_futures/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('()\nqueue.put_n');
  await expect(panel.getByRole('option', { name: /^put_nowait\(item\)/ })).toBeVisible();
  await expect(panel.locator('.cm-completionInfo')).toContainText('Queue: Put an item into the queue without blocking.');
});
