import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from './site.ts';
import { goToStep } from './go-to-step.ts';
import { findPlayground, openPlayground, readEditor } from './open-playground.ts';
import { watchShifts } from './pages/watch-shifts.ts';

const hello =
  'import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    print("hello")\n\nasyncio.run(main())';

test.describe.configure({ timeout: 120_000 });

test('the playground opens with the editor focused, a program in it, and its run beside it', async ({ page }) => {
  const { editor, title, console, stage } = await openPlayground(page);
  await expect(editor).toBeFocused();
  await expect(title).toHaveText('Producer and consumer');
  await expect(editor).toContainText('asyncio.run(main())');
  await expect(console).toContainText('about saved');
  await expect(stage.locator('.stale')).toBeHidden();
  const [code, run] = [await page.locator('.code-pane').boundingBox(), await stage.boundingBox()];
  expect(code?.x).toBeLessThan(run?.x ?? 0);
  const height = page.viewportSize()?.height ?? 0;
  const [steps, range] = [
    await stage.locator('.controls').boundingBox(),
    await stage.locator('.scrubber').boundingBox(),
  ];
  expect((range?.y ?? 0) - (steps?.y ?? 0), 'no empty row stands between the buttons and the range').toBeLessThan(64);
  for (const pane of [code, run]) expect((pane?.y ?? 0) + (pane?.height ?? 0)).toBeGreaterThan(height - 4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('nothing of the run moves while the playground loads, in a window that is high enough for all of it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1200 });
  const listShifts = await watchShifts(page);
  const { stage } = await openPlayground(page);
  // The run of the program is loaded: it is the page's own, replayed.
  await expect(stage.locator('.sentence')).not.toBeEmpty();
  await expect(stage.getByText(/^The run as text/)).toBeInViewport();
  expect(await listShifts()).toEqual([]);
});

test('Control with Enter runs the program, in the editor and outside it', async ({ page }) => {
  const { write, console, stage, said } = await openPlayground(page);
  await write(hello);
  await expect(stage.locator('.stale')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.locator('li')).toHaveText(['2 s hello'], { timeout: 60_000 });
  await expect(said).toHaveText(/^Ran on CPython 3\.14/);
  await expect(stage.locator('.stale')).toBeHidden();
  await write(hello.replace('hello', 'again'));
  await stage.getByRole('button', { name: 'To start' }).focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.locator('li')).toHaveText(['2 s again'], { timeout: 60_000 });
});

test('every program of the menu opens in both languages with its run, and nothing has to run for it', async ({
  page,
}) => {
  const { choose, editor, title, console, stage, turn } = await openPlayground(page);
  await page.locator('summary', { hasText: 'Programs' }).click();
  const names = await page.locator('[data-bench="start"]').allTextContents();
  expect(names.length).toBe(7);
  await page.keyboard.press('Escape');
  let printed = '';
  for (const name of names.map((text) => text.trim())) {
    await turn('Python');
    await choose('Programs', name);
    await expect(title).toHaveText(name);
    await expect(stage).toHaveAttribute('data-shows', 'python');
    await expect(editor).not.toContainText('@yieldpoint/scheduler');
    // No two of them print the same, so the console of the program before is told from this one's.
    const read = async (): Promise<string> => (await console.locator('samp').allTextContents()).join('\n');
    await expect.poll(read).not.toBe(printed);
    await expect.poll(read).not.toBe('');
    printed = await read();
    await turn('TypeScript');
    await expect(stage).toHaveAttribute('data-shows', 'typescript');
    await expect(title).toHaveText(name);
    await expect(editor).toContainText('console.log');
    await expect.poll(read).toBe(printed);
  }
  expect(page.frames()).toHaveLength(1);
});

test('a changed program survives a reload, another program, the other language and Back', async ({ page }) => {
  const { write, choose, editor, title, turn } = await openPlayground(page);
  await choose('Programs', 'Rate limit');
  // What is written before the program is there belongs to the program before.
  await expect(title).toHaveText('Rate limit');
  await write('# mine');
  await page.reload();
  await expect(editor).toHaveText('# mine');
  await expect(title).toHaveText('mine');

  await choose('Programs', 'Blank');
  await expect(editor).toContainText('hello');
  await page.goBack();
  await expect(editor).toHaveText('# mine');
  await page.goForward();
  await expect(editor).toContainText('hello');

  await write('# of blank');
  await turn('TypeScript');
  await write('// in the other language');
  await turn('Python');
  await expect(editor).toHaveText('# of blank');
  await turn('TypeScript');
  await expect(editor).toHaveText('// in the other language');
  await turn('Python');

  await choose('Programs', /^mine Python, 1 line/);
  await expect(editor).toHaveText('# mine');
  await page.goto('/404.html');
  await page.goto('/playground/');
  await expect(editor).toHaveText('# mine');
  await choose('File', 'Back to the original');
  await expect(editor).toContainText('asyncio.Semaphore');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toHaveText('# mine');
});

test('of two programs chosen one after the other the second stays open, however late the first arrives', async ({
  page,
}) => {
  const { choose, editor, title } = await openPlayground(page);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/rate-limit.json', async (route) => {
    await released;
    await route.continue();
  });
  const late = page.waitForResponse('**/rate-limit.json');
  await choose('Programs', 'Rate limit');
  await choose('Programs', 'Blank');
  await expect(title).toHaveText('Blank');
  release();
  await (await late).finished();
  // The page has read the answer when it answers a question that was asked after it.
  await page.evaluate(() => fetch(location.href).then((response) => response.text()));
  await expect(title).toHaveText('Blank');
  await expect(editor).toContainText('hello');
});

test('a menu that closes, and a program that is forgotten, leave the keyboard where it was', async ({ page }) => {
  const { write } = await openPlayground(page);
  const bench = page.locator('.bench');
  const file = bench.locator('summary', { hasText: 'File' });
  await file.focus();
  await page.keyboard.press('Enter');
  await bench.getByRole('button', { name: 'Save the drawing as SVG' }).focus();
  await page.keyboard.press('Enter');
  await expect(bench.locator('details[open]')).toHaveCount(0);
  await expect(file).toBeFocused();

  await write('# mine');
  const programs = bench.locator('summary', { hasText: 'Programs' });
  await programs.focus();
  await page.keyboard.press('Enter');
  const forget = bench.getByRole('button', { name: /^Forget / });
  await expect(forget).toHaveCount(1);
  await forget.focus();
  await page.keyboard.press('Enter');
  await expect(forget).toHaveCount(0);
  await expect(programs).toBeFocused();
});

test('two tabs that change the same program keep both versions', async ({ page, context }) => {
  const { write, editor } = await openPlayground(page);
  await write('# first tab');
  const other = await context.newPage();
  const second = await openPlayground(other);
  await expect(second.editor).toHaveText('# first tab');
  await second.write('# second tab');
  await write('# first tab again');
  await page.reload();
  await expect(editor).toHaveText('# first tab again');
  await page.locator('summary', { hasText: 'Programs' }).click();
  await expect(page.locator('[data-bench="kept"]', { hasText: /^(?:first tab again|second tab) / })).toHaveCount(2);
  await other.reload();
  await expect(second.editor).toHaveText('# second tab');
});

test('if the browser stores nothing, leaving asks first', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  const { write, editor, choose } = await openPlayground(page);
  await write('# only here');
  await choose('Programs', 'Blank');
  await expect(editor).toContainText('hello');
  await choose('Programs', /^only here Python, 1 line/);
  await expect(editor).toHaveText('# only here');
  const asked = page.waitForEvent('dialog');
  void page.goto('/404.html').catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(editor).toHaveText('# only here');
});

test('a file opens in its own language, and the program can be saved as a file', async ({ page }) => {
  const { choose, editor, title } = await openPlayground(page);
  const choosing = page.waitForEvent('filechooser');
  await choose('File', /^Open a file/);
  await (
    await choosing
  ).setFiles({
    name: 'crawl_all.ts',
    mimeType: 'text/plain',
    buffer: Buffer.from("export function main() {\r\n  console.log('from a file');\r\n}\r\n"),
  });
  await expect(title).toHaveText('crawl_all.ts');
  await expect.poll(() => readEditor(editor)).toBe("export function main() {\n  console.log('from a file');\n}");
  await expect(page.locator('.bench')).toHaveAttribute('data-language', 'typescript');
  await page.reload();
  await expect(editor).toContainText('from a file');
  const saving = page.waitForEvent('download');
  await editor.press('ControlOrMeta+s');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('crawl_all.ts');
  expect(readFileSync(await saved.path(), 'utf8')).toBe("export function main() {\n  console.log('from a file');\n}\n");
});

test('a file that is not a text is refused with a message', async ({ page }) => {
  const { choose, said, editor } = await openPlayground(page);
  const choosing = page.waitForEvent('filechooser');
  await choose('File', /^Open a file/);
  await (await choosing).setFiles({ name: 'a.py', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0x00]) });
  await expect(said).toHaveText('Expected text in UTF-8, but a.py is not. Save it as UTF-8, and open it again.');
  await expect(editor).toContainText('asyncio.run(main())');
});

test('the drawn run is saved as SVG and as PNG', async ({ page }) => {
  const { choose } = await openPlayground(page);
  const save = async (entry: string): Promise<{ name: string; content: Buffer }> => {
    const saving = page.waitForEvent('download');
    await choose('File', entry);
    const saved = await saving;
    return { name: saved.suggestedFilename(), content: readFileSync(await saved.path()) };
  };
  const svg = await save('Save the drawing as SVG');
  expect(svg.name).toBe('producer-and-consumer.svg');
  const text = svg.content.toString('utf8');
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(text).toContain('saver');
  expect(text).not.toContain('var(--');
  const png = await save('Save the drawing as PNG');
  expect(png.name).toBe('producer-and-consumer.png');
  expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1000);
});

test('TypeScript is formatted, and undo brings the old text back', async ({ page }) => {
  const { write, choose, editor, said } = await openPlayground(page, '/playground/?lang=ts');
  await write('export function main( ){\nconsole.log( 1 )\n}');
  await choose('File', 'Format the program');
  await expect(said).toHaveText('Formatted. Undo brings the old text back.');
  await expect.poll(() => readEditor(editor)).toBe('export function main() {\n  console.log(1)\n}');
  await editor.press('ControlOrMeta+z');
  await expect.poll(() => readEditor(editor)).toBe('export function main( ){\nconsole.log( 1 )\n}');
});

test('a paste is cleaned with one press, and undo brings it back', async ({ page }) => {
  const { write, editor } = await openPlayground(page);
  await write('>>> print(“it’s”)\nit’s');
  await expect(
    page.getByText('This has the prompts of a console and curly quotes, which Python does not read.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clean it' }).click();
  await expect.poll(() => readEditor(editor)).toBe('print("it’s")\n# it’s');
  await expect(page.getByRole('button', { name: 'Clean it' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => readEditor(editor)).toBe('>>> print(“it’s”)\nit’s');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('button', { name: 'Clean it' })).toBeHidden();
});

test('Python pasted over TypeScript moves to the Python editor, and the reverse', async ({ page }) => {
  const { write, editor, title, turn } = await openPlayground(page, '/playground/?lang=ts');
  await write(hello);
  await expect(page.getByText('This looks like Python.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch to Python' }).click();
  await expect(page.locator('.bench')).toHaveAttribute('data-language', 'python');
  await expect(title).toHaveText('Your program');
  await expect.poll(() => readEditor(editor)).toBe(hello);
  await turn('TypeScript');
  await expect(editor).toContainText('@yieldpoint/scheduler');
  await turn('Python');
  await write("import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(1);\n}");
  await page.getByRole('button', { name: 'Switch to TypeScript' }).click();
  await expect(page.locator('.bench')).toHaveAttribute('data-language', 'typescript');
  await expect(editor).toContainText('await sleep(1);');
});

test('the title and the page say what is in the editor, also after another program was pasted over it', async ({
  page,
}) => {
  const { write, choose, editor, title } = await openPlayground(page);
  await expect(page).toHaveTitle(/^Producer and consumer · Playground · /);
  await write(hello);
  await expect(title).toHaveText('Your program');
  await expect(page).toHaveTitle(/^Your program · Playground · /);
  await page.reload();
  await expect(title).toHaveText('Your program');
  await choose('Programs', 'Rate limit');
  await expect(title).toHaveText('Rate limit');
  await editor.press('ControlOrMeta+End');
  await page.keyboard.type('\nprint("changed")');
  await expect(title).toHaveText('Rate limit, changed');
  await page.reload();
  await expect(title).toHaveText('Rate limit, changed');
});

test('input() asks in a box, and the clock stands still meanwhile', async ({ page }) => {
  const { write, run, console, stage } = await openPlayground(page);
  await write(
    'import random, time\nnumber = random.random()\nprint(number)\nname = input("Your name? ")\ntime.sleep(3)\nprint("Hello", name)\nage = input("Age? ")\nprint(age, number)',
  );
  await run.click();
  const box = page.getByRole('textbox', { name: 'Your name?' });
  await expect(box).toBeFocused({ timeout: 60_000 });
  const drawn = await console.locator('samp').first().innerText();
  await box.fill('Ada');
  await box.press('Enter');
  const age = page.getByRole('textbox', { name: 'Age?' });
  await expect(age).toBeFocused({ timeout: 60_000 });
  await expect(console).toContainText('Hello Ada');
  expect(await console.locator('samp').first().innerText()).toBe(drawn);
  await age.fill('36');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(console.locator('li').last()).toHaveText(/^3 s 36 0\./, { timeout: 60_000 });
  await expect(console.locator('li').nth(1)).toHaveText('0 s Your name? Ada');
  await expect(stage.locator('.ask')).toHaveCount(0);
});

test('a program whose input ends gets its EOFError, and Stop removes the question', async ({ page }) => {
  const { write, run, console, stage, said } = await openPlayground(page);
  await write('try:\n    input()\nexcept EOFError:\n    print("no more")');
  await run.click();
  await page.getByRole('button', { name: 'End of input' }).click({ timeout: 60_000 });
  await expect(console).toContainText('no more', { timeout: 60_000 });
  await run.click();
  await expect(stage.locator('.ask')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(stage.locator('.ask')).toHaveCount(0);
  await expect(said).toHaveText('The program asks for a line of input.');
});

test('a run with random numbers can be repeated, in Python too', async ({ page }) => {
  const { write, run, console } = await openPlayground(page);
  await write('import random\nprint("rolled", random.random())');
  const rolled = console.locator('samp', { hasText: 'rolled' });
  const roll = async (press: () => Promise<void>): Promise<string> => {
    await rolled.evaluateAll((lines) => lines.forEach((line) => line.remove()));
    await press();
    await expect(rolled).toHaveCount(1, { timeout: 60_000 });
    return rolled.innerText();
  };
  const first = await roll(() => run.click());
  const second = await roll(() => run.click());
  expect(second).not.toBe(first);
  expect(await roll(() => page.getByRole('button', { name: 'Same run again' }).click())).toBe(second);
});

test('the divider moves by keyboard and by pointer, and keeps its place', async ({ page }) => {
  await openPlayground(page);
  const divider = page.getByRole('separator');
  const width = async (): Promise<number> => (await page.locator('.code-pane').boundingBox())?.width ?? 0;
  const before = await width();
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '52');
  await expect.poll(width).toBeGreaterThan(before);
  await page.keyboard.press('Home');
  await expect(divider).toHaveAttribute('aria-valuenow', '20');
  const { x = 0, y = 0 } = (await divider.boundingBox()) ?? {};
  await page.mouse.move(x + 4, y + 100);
  await page.mouse.down();
  await page.mouse.move(x + 304, y + 100, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before / 2);
  const left = await width();
  await page.reload();
  await expect(page.locator('.editor')).toBeVisible();
  await expect.poll(async () => Math.abs((await width()) - left)).toBeLessThan(12);
});

test('a line of a frame leads to the line in the editor', async ({ page }) => {
  const { stage, editor } = await openPlayground(page);
  await goToStep(stage, 3);
  await stage.locator('.frames a').first().click();
  await expect(editor).toBeFocused();
  await expect(editor.locator('.cm-activeLine')).not.toHaveText('import asyncio');
  expect(new URL(page.url()).hash).toBe('');
});

test('a phone shows the program or its run, and switches to the run when there is one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { editor, stage, write, run, console } = await openPlayground(page);
  await expect(stage).toBeHidden();
  await page.getByRole('radio', { name: 'Run' }).check();
  await expect(stage).toBeVisible();
  await expect(editor).toBeHidden();
  await page.getByRole('radio', { name: 'Code' }).check();
  await write(hello);
  await run.click();
  await expect(console.locator('li')).toHaveText(['2 s hello'], { timeout: 60_000 });
  await expect(console).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the program stays as it is written until a press, and a press on it opens the editor', async ({ page }) => {
    await page.goto('/playground/');
    const { editor } = findPlayground(page);
    const line = page.locator('.code-pane .listing .line', { hasText: 'async def main' });
    const before = await readPlace(line);
    expect(await page.locator('.editor').count()).toBe(0);
    await line.tap();
    await expect(editor).toBeFocused();
    const written = await readPlace(editor.locator('.cm-line', { hasText: 'async def main' }));
    // The line numbers of both are as wide.
    expect(Math.abs(written.x - before.x)).toBeLessThan(2);
    expect(Math.abs(written.y - before.y)).toBeLessThan(2);
  });

  test('the first press may be Run, and it gives the keyboard no place', async ({ page }) => {
    await page.goto('/playground/');
    const { run, console } = findPlayground(page);
    await run.tap();
    await expect(console.locator('li').first()).toBeVisible();
    await expect(page.locator('.code-pane :focus')).toHaveCount(0);
  });

  test('a program of the reader is opened without a press', async ({ page }) => {
    await page.goto('/playground/?demo=how-await-works/by-hand');
    await expect(findPlayground(page).editor).toContainText('send');
  });
});

test("a demo opens in the playground with the reader's changes", async ({ page }) => {
  await page.goto('/articles/pep-3156-asyncio/');
  const panel = page.locator('figure#think .program[data-language="python"]');
  await panel.getByRole('button', { name: /^Edit/ }).click();
  await panel.getByRole('textbox').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('# changed in the article');
  await page.locator('figure#think').getByRole('link', { name: 'Open in the playground' }).click();
  const editor = page.getByRole('textbox', { name: /editor$/ });
  await expect(editor).toHaveText('# changed in the article');
  await page.locator('summary', { hasText: 'File' }).click();
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await expect(editor).toContainText('async def think');
});

/** The browser itself reports missing files on the console. */
const loud = test.extend<{ quiet: undefined }>({ quiet: async ({}, use) => use(undefined) });

loud('a missing demo is reported, and a program opens anyway', async ({ page }) => {
  const { said, editor } = await openPlayground(page, '/playground/?demo=no/such');
  await expect(said).toHaveText('This site has no program no/such. This is the playground’s own program.');
  await expect(editor).toContainText('asyncio.run(main())');
});

loud('a part that does not load is reported, and requested again at the next press', async ({ page }) => {
  for (const part of ['bench', 'stage']) {
    const missing = new RegExp(`_astro/${part}[^/]*\\.js`);
    await page.route(missing, (route) => route.abort());
    await page.goto('/playground/');
    const { said, run, editor, write, console } = findPlayground(page);
    await expect(said).toContainText('The editor could not be loaded, so nothing has happened.');
    await run.click();
    await expect(said).toContainText('The editor could not be loaded, so nothing has happened.');
    await page.unroute(missing);
    await page.locator('summary', { hasText: 'Programs' }).click();
    await page.getByRole('button', { name: 'Blank', exact: true }).click();
    await expect(editor).toContainText('hello');
    await write(hello);
    await run.click();
    await expect(console.locator('li')).toHaveText(['2 s hello'], { timeout: 60_000 });
  }
});

/** Where the first letter of a line of code is. */
async function readPlace(line: Locator): Promise<{ readonly x: number; readonly y: number }> {
  return line.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y } = range.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x, y };
  });
}
