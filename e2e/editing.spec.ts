import type { Locator, Page } from '@playwright/test';
import { goToStep, waitForStep } from './go-to-step.ts';
import { demo, expect, openDemo, test } from './site.ts';

const article = '/articles/pep-3156-asyncio/';
/** The same for a reader of TypeScript. */
const address = `${article}?lang=ts`;

function program(page: Page, language: 'typescript' | 'python'): Locator {
  return demo(page, 'think').locator(`.program[data-language="${language}"]`);
}

/** Opens the editor and replaces its content with `text`. */
async function replaceText(panel: Locator, text: string): Promise<void> {
  const page = panel.page();
  const edit = panel.getByRole('button', { name: /^Edit/ });
  const editor = panel.getByRole('textbox');
  // Before the page's scripts have started there is neither.
  await expect(edit.or(editor)).toBeVisible();
  if (await edit.isVisible()) await edit.click();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

const hello =
  "import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(2);\n  console.log('hello');\n}";

test('an edited TypeScript program runs, and its own run is drawn', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await replaceText(panel, hello);
  await expect(demo(page, 'think').locator('.stale')).toBeVisible();
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(demo(page, 'think').locator('.console li')).toHaveText(['2 s hello']);
  await expect(demo(page, 'think').locator('.stale')).toBeHidden();
  await expect(demo(page, 'think').locator('.timeline-names')).not.toContainText('think');
});

test('Control with Enter runs, and a program that does not compile is not run', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await replaceText(panel, hello.replace('sleep(2)', 'sleep(2'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(panel.locator('.work')).toContainText("Line 3: ')' expected.");
  await expect(demo(page, 'think').locator('.stale')).toBeVisible();
});

test('opening the editor and typing the first letter move no line of the program', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  const panel = program(page, 'typescript');
  const place = async (line: Locator): Promise<number> =>
    Math.round((await line.boundingBox())?.y ?? 0) - Math.round((await think.boundingBox())?.y ?? 0);
  const shown = await place(panel.locator('pre .line').nth(8));
  await panel.getByRole('button', { name: /^Edit/ }).click();
  const line = panel.locator('.cm-line').nth(8);
  await expect.poll(async () => Math.abs((await place(line)) - shown)).toBeLessThanOrEqual(2);
  const before = await place(line);
  await panel.getByRole('textbox').press('Space');
  await expect(think.locator('.stale')).toBeVisible();
  expect(await place(line)).toBe(before);
});

test('a change that has not run is still mentioned when the other program is opened', async ({ page }) => {
  await page.goto(address);
  const think = await openDemo(page, 'think');
  await replaceText(program(page, 'typescript'), hello);
  await expect(think.locator('.stale')).toBeVisible();
  await think.getByRole('radio', { name: 'Side by side' }).check();
  await program(page, 'python').getByRole('button', { name: /^Edit/ }).click();
  await expect(program(page, 'python').getByRole('textbox')).toBeFocused();
  await expect(think.locator('.stale')).toBeVisible();
  await program(page, 'typescript').getByRole('button', { name: 'Run' }).click();
  await expect(think.locator('.stale')).toBeHidden();
});

test('the editor has the caret, the type and the colors of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address);
  const panel = program(page, 'typescript');
  const font = await panel.locator('pre').evaluate((element) => getComputedStyle(element).fontFamily);
  await panel.getByRole('button', { name: /^Edit/ }).click();
  const textbox = panel.getByRole('textbox');
  await expect(textbox).toHaveCSS('font-family', font);
  const color = await panel.evaluate((element) => getComputedStyle(element).color);
  await expect(textbox).toHaveCSS('caret-color', color);
});

test('an error of the program is shown at its line', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await replaceText(panel, 'export async function main() {\n  console.log("one");\n  throw new Error("no more");\n}');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.locator('.work')).toHaveText('Error: no more (line 3)');
  await expect(demo(page, 'think').locator('.console li')).toHaveText(['0 s one']);
});

test('an edit survives a reload, and Reset brings the original back', async ({ page }) => {
  await page.goto(address);
  const original = await program(page, 'typescript').locator('pre').textContent();
  await replaceText(program(page, 'typescript'), hello);
  await page.reload();
  const panel = program(page, 'typescript');
  await panel.getByRole('button', { name: 'Edit (your version is kept)' }).click();
  await expect(panel.getByRole('textbox')).toContainText('hello');
  await panel.getByRole('button', { name: 'Reset' }).click();
  await expect(panel.getByRole('button', { name: 'Run' })).toBeFocused();
  await expect(panel.locator('.cm-line')).toHaveText((original ?? '').trimEnd().split('\n'));
  await page.reload();
  await expect(program(page, 'typescript').getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
});

test('an edit survives a crash of the page', async ({ page, context }) => {
  await page.goto(address);
  await replaceText(program(page, 'typescript'), hello);
  await expect(demo(page, 'think').locator('.stale')).toBeVisible();
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto(address);
  const panel = program(next, 'typescript');
  await panel.getByRole('button', { name: 'Edit (your version is kept)' }).click();
  await expect(panel.getByRole('textbox')).toContainText('hello');
});

test('a run that fails or deadlocks is drawn up to its end, and can be stepped through', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  const think = demo(page, 'think');
  const wait =
    "import { sleep, getRunningLoop } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(1);\n";
  const deadlock = 'Deadlock: nothing is ready and no timer is set.';
  for (const [ending, said, printed] of [
    ["throw new Error('no more');", 'Error: no more (line 4)', /^Error: no more\s+at main \(line 4\)/],
    ['await getRunningLoop().createFuture();', deadlock, deadlock],
  ] as const) {
    await replaceText(panel, `${wait}  ${ending}\n}`);
    await panel.getByRole('button', { name: 'Run' }).click();
    await expect(panel.locator('.work')).toContainText(said);
    await expect(think.locator('.console .ending')).toContainText(printed);
    await goToStep(think, 1);
    await expect(think.locator('.sentence')).toHaveText(/^Step 1 of \d+\. The task main is created/);
    await think.getByRole('button', { name: 'To end' }).click();
    await waitForStep(think, 'last');
    await expect(think.locator('.picture .timeline-run')).toBeVisible();
  }
});

test("a run that is too long is drawn around the reader's step, and says how much is not drawn", async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  const source = [
    'function* numbers() {',
    '  for (let n = 0; n < 260; n += 1) yield n;',
    '}',
    'export function main() {',
    '  for (const n of numbers()) void n;',
    "  for (let n = 0; n < 20; n += 1) console.log('hello');",
    "  throw new Error('over');",
    '}',
  ];
  await replaceText(panel, source.join('\n'));
  await panel.getByRole('button', { name: 'Run' }).click();
  const think = demo(page, 'think');
  await expect(panel.locator('.work')).toHaveText(/^Error: over/);
  await expect(think.locator('.picture .omitted')).toHaveText(/^\d+ before$/);
  await expect(think.locator('.picture .mark.print').last()).toBeInViewport();
  await think.locator('.console').scrollIntoViewIfNeeded();
  await expect(think.locator('.console .ending')).toBeInViewport({ ratio: 1 });
  await think.getByRole('button', { name: 'To start' }).click();
  await expect(think.locator('.picture .omitted')).toHaveText(/^\d+ more$/);
});

test('a program of another kind brings its own lists and its own legend', async ({ page }) => {
  await page.goto(address);
  const think = demo(page, 'think');
  await replaceText(
    program(page, 'typescript'),
    'function* numbers() {\n  yield 1;\n  yield 2;\n}\nexport function main() {\n  for (const number of numbers()) console.log(number);\n}',
  );
  await program(page, 'typescript').getByRole('button', { name: 'Run' }).click();
  await expect(think.locator('.console samp')).toHaveText(['1', '2']);
  await goToStep(think, 2);
  await expect(think.locator('.panel .heading')).toHaveCount(0);
  await expect(think.locator('.frames .card .call')).toHaveText([/^main\(\) running/, /^numbers\(\) suspended/]);
  await expect(think.locator('.legend [data-key="ready"]')).toBeHidden();
  await expect(think.locator('.legend [data-key="suspended"]')).toBeVisible();
});

test('an endless loop is stopped, and the next run works', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await replaceText(panel, 'export function main() {\n  console.log("on and on");\n  while (true) {}\n}');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.locator('.work')).toHaveText(/^Stopped: the run reached its limit of time\b/, { timeout: 15_000 });
  await expect(panel.getByRole('textbox')).toContainText('on and on');
  await panel.getByRole('textbox').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(hello);
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(demo(page, 'think').locator('.console li')).toHaveText(['2 s hello']);
});

test('the Python program runs in CPython, also after an edit', async ({ page }) => {
  test.slow();
  await page.goto(article);
  const panel = program(page, 'python');
  await panel.getByRole('button', { name: 'Run', exact: true }).click();
  await panel.getByRole('button', { name: /^Run it here/ }).click();
  await expect(panel.locator('.work')).toHaveText(/^Ran on CPython 3\.14\.\d+\.$/, { timeout: 60_000 });
  await expect(demo(page, 'think').locator('.console li').first()).toHaveText('0 s think(5) begins');
  await replaceText(panel, 'import asyncio\n\nasync def main():\n    await asyncio.sleep(3)\n    print("from Python")');
  await panel.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(demo(page, 'think').locator('.console li')).toHaveText(['3 s from Python'], { timeout: 60_000 });
});

test('the editor is not a keyboard trap', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await expect(panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('textbox')).not.toBeFocused();
  await panel.getByRole('textbox').click();
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('textbox')).not.toBeFocused();
});

test('random numbers differ from run to run, and the same run can be repeated', async ({ page }) => {
  await page.goto(address);
  const panel = program(page, 'typescript');
  await replaceText(panel, 'export function main() {\n  console.log("rolled", Math.random());\n}');
  const rolled = demo(page, 'think').locator('.console samp', { hasText: 'rolled' });
  const roll = async (name: string): Promise<string> => {
    await rolled.evaluateAll((lines) => lines.forEach((line) => line.remove()));
    await panel.getByRole('button', { name, exact: true }).click();
    await expect(rolled).toHaveCount(1);
    return rolled.innerText();
  };
  const first = await roll('Run');
  const second = await roll('Run');
  expect(second).not.toBe(first);
  expect(await roll('Same run again')).toBe(second);
});
