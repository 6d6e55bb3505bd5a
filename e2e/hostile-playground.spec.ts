import { openPlayground } from './playground.ts';
import { demo, expect, test } from './site.ts';

// What hostile programs do where a reader presses Run, drawing included; hostile*.spec.ts tries each layer by itself.
test.describe.configure({ timeout: 150_000 });

/** Milliseconds that the page may stand still: 3,000 tasks took 1,100 to 1,500 on a busy machine, and what is quadratic takes more than 5,000. */
const mostPause = 2500;

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
    does: 'starts 3,000 tasks',
    lang: 'py',
    source:
      'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(1) for _ in range(3000)))\nasyncio.run(main())',
  },
  { does: 'prints 1,900 lines', lang: 'py', source: 'for n in range(1900):\n    print(n)' },
  {
    does: 'reaches for JavaScript',
    lang: 'py',
    source:
      "import sys\nsys.modules.pop('_pyodide_core', None)\ntry:\n    import js\n    js.eval('hacked = 1')\nexcept BaseException as error:\n    print(type(error).__name__)",
  },
  { does: 'loops for ever', lang: 'ts', source: main('for (;;) {}') },
] as const;

test('hostile programs run and are drawn in the playground, and the page continues', async ({ page }) => {
  for (const { does, lang, source } of programs) {
    await test.step(does, async () => {
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
      expect(await page.evaluate(() => (globalThis as unknown as { longestPause: number }).longestPause)).toBeLessThan(
        mostPause,
      );
      expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
      expect(await page.locator('main').locator('img, iframe, [onerror]').count()).toBe(0);
      await expect(editor).toBeVisible();
    });
  }
});

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
