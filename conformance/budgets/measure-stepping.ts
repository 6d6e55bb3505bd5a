import type { Page } from '@playwright/test';

/** The cost of stepping: milliseconds of the page's own processor time for one step, including painting. */
export type SteppingCost = { readonly steps: number; readonly medianMs: number; readonly p95Ms: number };

/**
 * Measures what a press on "Step forward" costs in the longest demo of the page of twelve demos, which `DEV_PAGES=1` builds: script, style,
 * layout and paint of the page's main thread, in processor time, which other work on the machine does not add to. The first pass over the
 * run warms it up; the second is measured.
 *
 * @param page any page of the built site's origin; it is navigated to `/dev/demos/twelve/`
 */
export async function measureStepping(page: Page, origin: string): Promise<SteppingCost> {
  await page.goto(new URL('/dev/demos/twelve/', origin).href);
  const demo = page.locator('figure#long');
  await demo.locator('[data-action="start"]').click();
  await demo.locator('.sentence', { hasText: 'nothing has run yet' }).waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const usedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  /** Presses, and waits until the effect of the press has been painted. */
  const press = (action: string): Promise<void> =>
    demo.evaluate(async (figure, name) => {
      figure.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, action);
  const steps = Number(await demo.locator('input[type="range"]').getAttribute('max'));
  const times: number[] = [];
  for (const pass of ['warm', 'measured']) {
    await press('start');
    for (let step = 0; step < steps; step += 1) {
      const before = pass === 'measured' ? await usedMs() : 0;
      await press('forward');
      if (pass === 'measured') times.push((await usedMs()) - before);
    }
  }
  times.sort((a, b) => a - b);
  return { steps, medianMs: times[times.length >> 1] ?? NaN, p95Ms: times[Math.floor(times.length * 0.95)] ?? NaN };
}

/**
 * Measures how many more megabytes of memory the page uses, after collection, when a changed program has run `runs` times than when
 * it had run twice.
 */
export async function measureMemoryKept(page: Page, origin: string, runs = 50): Promise<number> {
  await page.goto(new URL('/dev/demos/twelve/?lang=ts', origin).href);
  const program = page.locator('figure#long .program[data-language="typescript"]');
  await program.locator('[data-work="edit"]').click();
  await program.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ');
  const run = async (): Promise<void> => {
    await program.locator('.work').evaluate((place) => place.replaceChildren());
    await program.locator('[data-work="run"]').click();
    await program.locator('.work', { hasText: 'Ran on' }).waitFor();
  };
  const session = await page.context().newCDPSession(page);
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  await run();
  await run();
  const before = await used();
  for (let count = 0; count < runs; count += 1) await run();
  return ((await used()) - before) / 1e6;
}
