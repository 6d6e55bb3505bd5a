import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe looks at; everything, by every rule, unless given. */
export type Looking = {
  /** A selector: nothing outside of what it finds is looked at. */
  readonly within?: string;
  /** These rules alone. */
  readonly rules?: readonly string[];
  /** Rules that are left out. */
  readonly without?: readonly string[];
};

/**
 * Has axe look at the page as it is now and returns a line for each rule that is broken, with the elements that break it.
 *
 * Axe's own builder for Playwright carries every element that a rule has passed out of the page and into another one, which takes ten times
 * as long as looking. Here axe says in the page what is wrong, and nothing else leaves it.
 *
 * @throws {Error} if the page has frames, which are not looked into
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
