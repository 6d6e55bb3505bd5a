import type { Page } from '@playwright/test';

/** What stepping costs: milliseconds of script, style and layout for one step. */
export type SteppingCost = { readonly steps: number; readonly medianMs: number; readonly p95Ms: number };

/**
 * Measures what a press on "Step forward" costs in the longest demo of the page of twelve demos, which `DEV_PAGES=1` builds. The first
 * pass over the run warms it up; the second is measured.
 *
 * @param page any page of the built site's origin; it is taken to `/dev/demos/twelve/`
 */
export async function measureStepping(page: Page, origin: string): Promise<SteppingCost> {
  await page.goto(new URL('/dev/demos/twelve/', origin).href);
  const demo = page.locator('figure#long');
  await demo.locator('[data-action="start"]').click();
  await demo.locator('.sentence', { hasText: 'nothing has run yet' }).waitFor();
  return demo.evaluate(async (figure) => {
    const press = async (action: string): Promise<number> => {
      const begin = performance.now();
      figure.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
      // The stage is awake: what the press asks for is done before the next task.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      figure.getBoundingClientRect();
      return performance.now() - begin;
    };
    const steps = Number(figure.querySelector<HTMLInputElement>('input[type="range"]')?.max);
    const times: number[] = [];
    for (const pass of ['warm', 'measured']) {
      await press('start');
      for (let step = 0; step < steps; step += 1) {
        const time = await press('forward');
        if (pass === 'measured') times.push(time);
      }
    }
    times.sort((a, b) => a - b);
    return { steps, medianMs: times[times.length >> 1] ?? 0, p95Ms: times[Math.floor(times.length * 0.95)] ?? 0 };
  });
}

/**
 * Measures how many megabytes of memory the page holds more, after collection, when a changed program has run `runs` times than when it
 * had run twice.
 */
export async function measureMemoryKept(page: Page, origin: string, runs = 50): Promise<number> {
  await page.goto(new URL('/dev/demos/twelve/', origin).href);
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
