import type { Page } from '@playwright/test';

/** What a program says keeps the marks of the program: its code, its errors, its steps, and where two runs differ. */
const said = 'code, pre, samp, script, style, svg, demo-stage, .parity, .error, .warning';

/** The pieces of the page's text that have straight quotation marks or apostrophes, outside of what programs say. */
export function listStraightQuotes(page: Page): Promise<readonly string[]> {
  return page.locator('main').evaluate((main, said) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      if (/['"]/.test(text.nodeValue ?? '') && text.parentElement?.closest(said) === null)
        found.push(text.nodeValue?.trim() ?? '');
    return found;
  }, said);
}
