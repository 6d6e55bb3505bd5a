import type { Page } from '@playwright/test';

/** An entry of the performance timeline that TypeScript does not know yet. */
type LayoutShift = {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node | null }[];
};

/**
 * Watches what moves while the page's next document loads. The returned function lists it: how far, and the beginning of each
 * element's markup.
 */
export async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
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
  return () => page.evaluate(() => (globalThis as unknown as { readonly shifts: readonly string[] }).shifts);
}
