import type { Page } from '@playwright/test';
import { openPlayground } from './playground.ts';
import { demo, expect, test } from './site.ts';

// What hostile programs do where a reader presses Run, drawing included; hostile*.spec.ts tries each layer by itself.
test.describe.configure({ timeout: 150_000 });

const main = (body: string): string => `export function main() {\n${body}\n}`;

const programs = [
  {
    does: 'forges its record',
    lang: 'ts',
    source: main("JSON.stringify = () => '[' + '[],'.repeat(300_000) + '[]]'; console.log(1);"),
  },
  {
    does: 'prints markup',
    lang: 'ts',
    source: main('console.log(\'<img src=x onerror="hacked = 1"><script>hacked = 1</script>\');'),
  },
  {
    does: 'reaches for JavaScript',
    lang: 'py',
    source:
      "import sys\nsys.modules.pop('_pyodide_core', None)\ntry:\n    import js\n    js.eval('hacked = 1')\nexcept BaseException as error:\n    print(type(error).__name__)",
  },
  { does: 'loops for ever', lang: 'ts', source: main('for (;;) {}') },
] as const;

/** Programs of any size: what is drawn of them must not grow with its square. */
const growing = [
  {
    does: 'starts tasks',
    most: 3000,
    write: (size: number): string =>
      `import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(1) for _ in range(${size})))\nasyncio.run(main())`,
  },
  { does: 'prints lines', most: 1900, write: (size: number): string => `for n in range(${size}):\n    print(n)` },
] as const;

/** Runs a program in the playground, and returns for how many milliseconds the page stood still at most. */
async function runInPlayground(page: Page, lang: 'ts' | 'py', source: string): Promise<number> {
  await page.goto('/404.html');
  const { write, run, said, editor } = await openPlayground(page, `/playground/?lang=${lang}`);
  await write(source);
  await page.evaluate(() => {
    const state = Object.assign(globalThis, { longestPause: 0 });
    let before = performance.now();
    setInterval(() => {
      state.longestPause = Math.max(state.longestPause, performance.now() - before);
      before = performance.now();
    }, 20);
  });
  await run.click();
  await expect(page.locator('.bench')).toHaveAttribute('data-running', '');
  await expect(page.locator('.bench')).not.toHaveAttribute('data-running', '', { timeout: 60_000 });
  await expect(said).toHaveText(/\S/);
  await expect(editor).toBeVisible();
  expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
  expect(await page.locator('main').locator('img, iframe, [onerror]').count()).toBe(0);
  return page.evaluate(() => (globalThis as unknown as { longestPause: number }).longestPause);
}

test('hostile programs run and are drawn in the playground, and the page continues', async ({ page }) => {
  for (const { does, lang, source } of programs) {
    await test.step(does, () => runInPlayground(page, lang, source));
  }
});

for (const { does, most, write } of growing) {
  test(`a program that ${does} holds the page for no longer than its size explains`, async ({ page }) => {
    const third = await runInPlayground(page, 'py', write(Math.round(most / 3)));
    const whole = await runInPlayground(page, 'py', write(most));
    // Three times as much takes three times as long; drawn with every one looked at for every other it would take nine times.
    expect(whole).toBeLessThan(6 * Math.max(third, 200));
  });
}

test('a hostile program in an embed is held, and the embed still steps', async ({ page }) => {
  await page.goto('/embed/pep-3156-asyncio/think/?lang=ts');
  const panel = demo(page, 'think').locator('.program[data-language="typescript"]');
  await panel.getByRole('button', { name: /^Edit/ }).click();
  await panel.getByRole('textbox').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(main("console.log('<b>held</b>'); for (;;) {}"));
  await panel.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(panel.locator('.work')).toHaveText(/^Stopped: the run reached its limit of time\b/, { timeout: 60_000 });
  await expect(demo(page, 'think').locator('.console')).toContainText('<b>held</b>');
  await demo(page, 'think').getByRole('button', { name: 'To start' }).click();
  await expect(demo(page, 'think').locator('.position')).toHaveText(/^0 /);
});
