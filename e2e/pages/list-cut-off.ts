import type { Page } from '@playwright/test';

/** Drawings, programs and tables of the article that are wider than the page, by the beginning of their markup. */
export function listCutOff(page: Page): Promise<readonly string[]> {
  return page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('.timeline:not(:has(+ .timeline-strips)) svg, .timeline-strips > svg, pre, table')]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth || element.scrollWidth > element.clientWidth + 1,
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    );
}
