import { openPlayground } from './playground.ts';
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

test('a long run is drawn where the reader is, its lanes folded by what they run', async ({ page }) => {
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
    await expect(names.filter({ hasText: /^worker\(0…399\) ×\d+$/ })).toHaveCount(1);
    expect(await names.count()).toBeLessThan(25);
    const sentence = await stage.locator('.sentence').textContent();
    const [acting = ''] = /worker\(\d+\)/.exec(sentence ?? '') ?? [];
    await expect(names.filter({ hasText: acting })).toBeInViewport();
    await expect(stage.locator('.timeline-run .now')).toBeInViewport();
    const before = await stage.locator('.omitted').allTextContents();
    expect(before).toHaveLength(2);
  });

  await test.step('step by step, each in a lane of its own', async () => {
    for (let count = 0; count < 60; count += 1) await stage.getByRole('button', { name: 'Step forward' }).click();
    const sentence = await stage.locator('.sentence').textContent();
    expect(sentence).toContain(`Step ${Math.round(last / 2) + 60} of ${last}.`);
    const [acting = ''] = /worker\(\d+\)/.exec(sentence ?? '') ?? [];
    await expect(names.filter({ hasText: acting })).toBeInViewport();
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
    await expect(stage.locator('.steps [aria-current="step"]')).toHaveAttribute('data-step', String(last));
    await stage.getByRole('button', { name: /^Earlier steps, / }).click();
    expect(await stage.locator('.steps [data-step]').count()).toBeLessThan(500);
  });
});
