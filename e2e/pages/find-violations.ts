import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe checks; everything, by every rule, unless given. */
export type Looking = {
  /** A selector; only elements inside its matches are checked. */
  readonly within?: string;
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Rules that are left out. */
  readonly without?: readonly string[];
};

/**
 * The rules of axe that read colors. Every other rule has the same result in both themes, because a theme changes nothing but colors
 * (`themes.spec.ts`).
 *
 * That no other rule reads a color was found by recording which computed properties each rule of axe 4.14 reads, on pages of every type.
 */
export const colorRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * Lets axe check the page in its present state and returns a line for each broken rule, with the elements that break it.
 *
 * Axe's own builder for Playwright moves every element that passed a rule out of the page and into another one, which takes ten
 * times as long as checking. Here axe reports only the faults, and nothing else leaves the page.
 *
 * @throws {Error} if the page has frames, because these would not be checked
 */
export async function findViolations(page: Page, looking: Looking = {}): Promise<readonly string[]> {
  if (page.frames().length > 1)
    throw new Error(
      `Expected a page without frames, but ${page.url()} has ${page.frames().length - 1} that axe would not see.`,
    );
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async ({ within, rules, without = [] }) => {
    const { violations } = await (globalThis as unknown as { readonly axe: typeof axe }).axe.run(within ?? document, {
      resultTypes: ['violations'],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, looking);
}
