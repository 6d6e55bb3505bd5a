import { deflateRawSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { Measure } from './measure.ts';

const languages = [
  {
    language: 'py',
    name: 'Python',
    program: repeatFunction(
      (n) => `async def step_${n}(rows):
    total = 0
    for row in rows:
        total += len(str(row)) * ${n}
    return total
`,
    ),
  },
  {
    language: 'ts',
    name: 'TypeScript',
    program: repeatFunction(
      (n) => `async function step${n}(rows: readonly string[]) {
  let total = 0;
  for (const row of rows) total += row.length * ${n};
  return total;
}
`,
    ),
  },
] as const;

/** What is typed into the middle of the program: names, brackets that close themselves, an end of line. */
const typed = 'value = list(rows)\nvalue.append(total)\n';
/** How long a fast typist takes for a key, in milliseconds. */
const keyMs = 60;
/** How long the page has to do what it does with a text that was pasted, in milliseconds. */
const settleMs = 4000;

/** What a link may carry, in characters. */
const linkLength = 200_000;

/**
 * Measures what writing costs in the playground: a key in a program of 200 lines that was pasted, in processor time of the page's main
 * thread until it is painted; and a link of 200,000 characters, from its address to the program in the editor.
 */
export async function measureEditing(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const { language, name, program } of languages) {
    const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    await page.goto(`${origin}/playground/?lang=${language}`);
    const times = await timeKeys(page, program);
    await page.close();
    const value = times[Math.floor(times.length * 0.95)] ?? NaN;
    measures.push({
      subject: `200 lines pasted, ${name}`,
      name: 'a key, 95 of 100',
      value,
      unit: 'ms',
      limit: 50,
      bound: 'at most',
    });
  }
  const opened = await timeLink(browser, origin);
  return [
    ...measures,
    {
      subject: 'a link of 200,000 characters',
      name: 'opens',
      value: opened,
      unit: 'ms',
      limit: 1000,
      bound: 'at most',
    },
  ];
}

function repeatFunction(write: (n: number) => string): string {
  return Array.from({ length: 40 }, (_, n) => write(n)).join('');
}

/** Pastes the program, types in its middle, and returns what each key cost, the least first. */
async function timeKeys(page: Page, program: string): Promise<readonly number[]> {
  const editor = page.getByRole('textbox', { name: /editor$/ });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
  await page.waitForTimeout(settleMs);
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 101; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const usedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const times: number[] = [];
  for (const key of typed) {
    const before = await usedMs();
    await page.keyboard.press(key === '\n' ? 'Enter' : key === ' ' ? 'Space' : key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    times.push((await usedMs()) - before);
    await page.waitForTimeout(keyMs);
  }
  return times.sort((one, other) => one - other);
}

/** Returns the milliseconds from a link's address to its program in the editor; the second time, when the page's files are in the cache. */
async function timeLink(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const link = `${origin}/playground/${writeLink()}`;
  let opened = NaN;
  for (let visit = 0; visit < 2; visit += 1) {
    const page = await context.newPage();
    await page.goto(link);
    opened = await page.evaluate(async () => {
      const read = (): string => document.querySelector('.bench .shared')?.textContent ?? '';
      while (read() === '') await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!read().includes('came with')) throw new Error(`Expected the program of the link, but got: ${read()}`);
      return performance.now();
    });
    await page.close();
  }
  await context.close();
  return opened;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _';

/** A link of about that length, to a program in which nothing repeats itself. */
function writeLink(): string {
  let seed = 20_050_510;
  const draw = (): string => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return letters[seed >>> 26] ?? '';
  };
  const lines = Array.from({ length: linkLength / 82 }, () => `# ${Array.from({ length: 78 }, draw).join('')}`);
  const packed = { l: 'py', s: `${lines.join('\n')}\nprint(1)` };
  return `#v1.${deflateRawSync(JSON.stringify(packed)).toString('base64url')}`;
}
