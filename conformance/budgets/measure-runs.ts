import type { Browser, Locator, Page } from '@playwright/test';
import type { Measure } from './measure.ts';

const languages = [
  { language: 'typescript', name: 'run in TypeScript', coldMs: 1500, warmMs: 100 },
  { language: 'python', name: 'run in CPython', coldMs: 4000, warmMs: 400 },
] as const;

/** How long a reader looks at a result and changes the program, in milliseconds. */
const editMs = 3000;

/**
 * Times the press on Run until the page shows the result, in both languages: cold (a new browser profile, right after the first
 * edit; the better of two) and warm (the median of five, each after an edit and as much time as a reader takes for one).
 */
export async function measureRuns(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const { language, name, coldMs, warmMs } of languages) {
    const cold: number[] = [];
    const warm: number[] = [];
    for (const profile of ['first', 'second']) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      const program = await openDemoEditor(page, origin, language);
      cold.push(await timeRun(program));
      for (let count = 0; profile === 'second' && count < 5; count += 1) {
        await page.keyboard.type(' ');
        await page.waitForTimeout(editMs);
        warm.push(await timeRun(program));
      }
      await context.close();
    }
    warm.sort((one, other) => one - other);
    measures.push(
      { subject: name, name: 'cold', value: Math.min(...cold), unit: 'ms', limit: coldMs, bound: 'at most' },
      { subject: name, name: 'warm', value: warm[2] ?? NaN, unit: 'ms', limit: warmMs, bound: 'at most' },
    );
  }
  return measures;
}

/** Times the press on Run of a program that never ends until the page says that it was stopped. */
export async function measureEndlessLoop(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const program = await openDemoEditor(page, origin, 'typescript');
  await timeRun(program);
  await program.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('export function main() { for (;;) {} }');
  const value = await timeRun(program);
  await page.close();
  return [{ subject: 'endless loop', name: 'stopped after', value, unit: 'ms', limit: 1200, bound: 'at most' }];
}

/** Opens a demo's editor on a fresh page and changes the program. */
export async function openDemoEditor(page: Page, origin: string, language: 'typescript' | 'python'): Promise<Locator> {
  await page.goto(`${origin}/articles/pep-3156-asyncio/?lang=${language === 'python' ? 'py' : 'ts'}`);
  const demo = page.locator('figure#think');
  const program = demo.locator(`.program[data-language="${language}"]`);
  await program.locator('[data-work="edit"]').click();
  await program.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n');
  return program;
}

/** Presses Run and waits inside the page, so that the time contains nothing of the test itself. */
async function timeRun(program: Locator): Promise<number> {
  return program.evaluate(
    (element) =>
      new Promise<number>((resolve, reject) => {
        const work = element.querySelector('.work');
        const run = element.querySelector<HTMLElement>('[data-work="run"]');
        if (work === null || run === null) {
          reject(new Error('Expected a Run button, but there is none.'));
          return;
        }
        work.replaceChildren();
        const begin = performance.now();
        const watcher = new MutationObserver(() => {
          if (!/Ran on|Stopped/.test(work.textContent)) return;
          watcher.disconnect();
          resolve(performance.now() - begin);
        });
        watcher.observe(work, { childList: true, characterData: true, subtree: true });
        run.click();
      }),
  );
}
