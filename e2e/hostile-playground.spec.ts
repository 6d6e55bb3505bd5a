import type { Page } from '@playwright/test';
import { openPlayground } from './open-playground.ts';
import { demo, expect, test } from './site.ts';

// What hostile programs do when a reader presses Run, including the drawing; hostile*.spec.ts tests each layer separately.
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

/** Large honest programs. `npm run budgets` measures how long they freeze the page, not this test. */
const large = [
  {
    does: 'starts 3,000 tasks',
    source:
      'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(1) for _ in range(3000)))\nasyncio.run(main())',
  },
  { does: 'prints 1,900 lines', source: 'for n in range(1900):\n    print(n)' },
] as const;

/** Runs a program in the playground to its end, or to a limit. */
async function runInPlayground(page: Page, lang: 'ts' | 'py', source: string): Promise<void> {
  await page.goto('/404.html');
  const { write, run, said, editor } = await openPlayground(page, `/playground/?lang=${lang}`);
  await write(source);
  const hasEnded = await watchRun(page);
  await run.click();
  await expect.poll(hasEnded, { timeout: 60_000 }).toBe(true);
  await expect(said).toHaveText(/\S/);
  await expect(editor).toBeVisible();
  expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
  expect(await page.locator('main').locator('img, iframe, [onerror]').count()).toBe(0);
}

/**
 * Watches the playground from now on, and says whether a run has ended since. A look at the page would miss a run that starts and
 * ends between two looks.
 */
async function watchRun(page: Page): Promise<() => Promise<boolean>> {
  const ends = await page.locator('.bench').evaluateHandle((bench) => {
    const seen: string[] = [];
    new MutationObserver((records) => {
      if (records.some(({ oldValue }) => oldValue !== null) && !bench.hasAttribute('data-running')) seen.push('end');
    }).observe(bench, { attributeFilter: ['data-running'], attributeOldValue: true });
    return seen;
  });
  return async () => (await ends.jsonValue()).length > 0;
}

test('hostile programs run and are drawn in the playground, and the page continues', async ({ page }) => {
  for (const { does, lang, source } of programs) {
    await test.step(does, () => runInPlayground(page, lang, source));
  }
});

for (const { does, source } of large) {
  test(`a program that ${does} runs and is drawn, and can be stepped`, async ({ page }) => {
    await runInPlayground(page, 'py', source);
    await page.getByRole('button', { name: 'To start' }).click();
    await expect(page.locator('.position')).toHaveText(/^0 /);
    await page.getByRole('button', { name: 'To end' }).click();
    await expect(page.locator('.position')).not.toHaveText(/^0 /);
  });
}

test('a hostile program in an embed is stopped, and the embed can still be stepped', async ({ page }) => {
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
