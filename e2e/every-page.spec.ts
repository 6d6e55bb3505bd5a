import AxeBuilder from '@axe-core/playwright';
import { expect, pages, test } from './site.ts';

// The pages of PEPs are one template: a shipped one told by articles, a refused one, and one still to come stand for them all.
const peps = ['/peps/342/', '/peps/3152/', '/peps/828/'];
const looked = pages.filter((address) => !/^\/peps\/./.test(address) || peps.includes(address));

for (const address of looked) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${address} has no accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  }

  test(`${address} does not scroll sideways at 320 pixels, and has room to touch`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    // With a target no part is left to be laid out later.
    await page.goto(`${address}#main`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page }).withRules(['target-size']).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  });

  test(`${address} shifts nothing while it loads`, async ({ page }) => {
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
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
}

/** An entry of the performance timeline that the compiler does not know yet. */
type LayoutShift = {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node | null }[];
};
