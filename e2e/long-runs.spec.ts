import { waitForStep } from './go-to-step.ts';
import { openPlayground } from './open-playground.ts';
import { expect, test } from './site.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const workers = `import asyncio

async def worker(n):
    for row in range(3):
        await asyncio.sleep(0.1)
        print(f"worker {n} has row {row}")

async def main():
    await asyncio.gather(*(worker(n) for n in range(400)))

asyncio.run(main())`;

test("a long run is drawn around the reader's step, with lanes folded by function", async ({ page }) => {
  const { write, run, said, stage, console } = await openPlayground(page);
  await write(workers);
  await run.click();
  await expect(said).toHaveText(/^Ran on/, { timeout: 60_000 });
  const names = stage.locator('.timeline-names .name');
  const last = Number(await stage.locator('input[type="range"]').first().getAttribute('max'));
  expect(last).toBeGreaterThan(3000);
  await expect(stage.locator('.omitted')).toHaveText(/^[\d,]+ before$/);
  await expect(stage.locator('.timeline-scroll')).toHaveAttribute('aria-label', /^Drawn run: /);

  await test.step('at a step far away, with the lane that acts in sight', async () => {
    const range = stage.locator('.scrubber input[type="range"]');
    await range.fill(String(Math.round(last / 2)));
    await waitForStep(stage, Math.round(last / 2));
    await expect(names.filter({ hasText: /^worker\(0…399\) ×\d+$/ })).toHaveCount(1);
    // At most 24 separate lanes, besides the event loop, the folded workers, and main.
    expect(await names.count()).toBeLessThanOrEqual(24 + 3);
    await expect(stage.locator('.sentence')).toContainText(`Step ${Math.round(last / 2)} of ${last}.`);
    const sentence = await stage.locator('.sentence').textContent();
    const [acting = ''] = /worker\(\d+\)/.exec(sentence ?? '') ?? [];
    await expect(names.filter({ hasText: acting })).toBeInViewport();
    await expect(stage.locator('.timeline-run .now')).toBeInViewport();
    await expect(stage.locator('.omitted')).toHaveCount(2);
  });

  await test.step('step by step, each in a lane of its own', async () => {
    for (let count = 0; count < 60; count += 1) await stage.getByRole('button', { name: 'Step forward' }).click();
    await expect(stage.locator('.sentence')).toContainText(`Step ${Math.round(last / 2) + 60} of ${last}.`);
    const sentence = await stage.locator('.sentence').textContent();
    const [acting = ''] = /worker\(\d+\)/.exec(sentence ?? '') ?? [];
    await expect(names.filter({ hasText: acting })).toBeInViewport();
  });

  await test.step('from an overview of the whole run, by pointer and by key', async () => {
    const overview = stage.getByRole('slider', { name: 'Overview of the whole run, step' });
    await overview.press('Home');
    await expect(stage.locator('.position')).toHaveText(`0 / ${last}`);
    await overview.press('ArrowRight');
    await expect(stage.locator('.position')).toHaveText(`1 / ${last}`);
    const { width, height } = (await overview.boundingBox()) ?? { width: 0, height: 0 };
    await overview.hover({ position: { x: width / 4, y: height / 2 } });
    await page.mouse.down();
    await overview.hover({ position: { x: (width * 3) / 4, y: height / 2 } });
    await page.mouse.up();
    await expect.poll(async () => Math.abs(Number(await overview.inputValue()) / last - 0.75)).toBeLessThan(0.02);
    const step = Number(await overview.inputValue());
    await expect(stage.locator('.sentence')).toContainText(`Step ${step} of ${last}.`);
    await expect(overview).toHaveAttribute('aria-valuetext', new RegExp(`^Step ${step} of ${last}, steps`));
  });

  await test.step('with the lanes of a group opened on demand', async () => {
    const folded = await names.count();
    const group = stage.getByRole('button', { name: 'worker(0…399) ×400' });
    await group.click();
    await expect(group).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(() => names.count()).toBeGreaterThan(folded + 30);
    await group.click();
    await expect(names).toHaveCount(folded);
  });

  await test.step('on paper in strips, of which each has the names', async () => {
    const strips = stage.locator('.timeline-strips > svg');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => strips.count()).toBeGreaterThan(1);
    for (const strip of await strips.all()) {
      await expect(strip.locator('use').first()).toHaveAttribute('href', /-names$/);
      expect((await strip.boundingBox())?.width).toBeGreaterThan(600);
    }
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect(strips).toHaveCount(0);
  });

  await test.step('with the lines of the console around the newest, and more on demand', async () => {
    await stage.getByRole('button', { name: 'To end' }).click();
    await expect(console.locator('li').last()).toContainText('worker 399 has row 2');
    await expect(console.locator('[data-output]')).not.toHaveCount(1200);
    const earlier = console.getByRole('button', { name: /^Earlier lines, / });
    while ((await earlier.count()) > 0) await earlier.click();
    await expect(console.locator('[data-output]', { hasText: 'has row' })).toHaveCount(1200);
    await expect(console.locator('li').first()).toContainText('worker 0 has row 0');
  });

  await test.step('with the steps as text around the one that is shown', async () => {
    await stage.locator('.steps summary').click();
    await expect(stage.locator('.steps [aria-current="step"]')).toHaveAttribute('href', new RegExp(`:${last}$`));
    const listed = await stage.locator('.steps a').count();
    await stage.getByRole('button', { name: /^Earlier steps, / }).click();
    await expect.poll(() => stage.locator('.steps a').count()).toBeGreaterThan(listed);
    expect(await stage.locator('.steps a').count()).toBeLessThan(500);
  });
});
