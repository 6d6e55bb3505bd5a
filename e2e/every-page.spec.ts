import { findViolations } from './find-violations.ts';
import { expect, pages, test } from './site.ts';

// The pages of PEPs are one template: a shipped one told by articles, a refused one, and one still to come stand for them all.
const peps = ['/peps/342/', '/peps/3152/', '/peps/828/'];
const looked = pages.filter((address) => !/^\/peps\/./.test(address) || peps.includes(address));

// One test a page, because loading a page takes longer than most of what is asked of it. What is wrong in one step does not hide the next.
for (const address of looked) {
  test(`${address} shifts nothing while it loads, is accessible in both themes, and has room at 320 pixels`, async ({
    page,
  }) => {
    await test.step('shifts nothing while it loads', async () => {
      await page.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as unknown as readonly LayoutShift[]) {
            const moved = sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement)?.outerHTML);
            shifts.push(`${value}: ${moved.map((html) => html?.slice(0, 100)).join(', ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
      expect.soft(shifts).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`has no accessibility violation in the ${colorScheme} theme`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await findViolations(page)).toEqual([]);
      });
    }

    await test.step('does not scroll sideways at 320 pixels, and has room to touch', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto('about:blank');
      // With a target no part is left to be laid out later.
      await page.goto(`${address}#main`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width).toBeLessThanOrEqual(320);
      expect.soft(await findViolations(page, { rules: ['target-size'] })).toEqual([]);
    });
  });
}

/** An entry of the performance timeline that the compiler does not know yet. */
type LayoutShift = {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node | null }[];
};
