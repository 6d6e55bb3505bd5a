import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Measure } from './measure.ts';

type LongProgram = {
  readonly subject: string;
  readonly source: string;
  /** Whether its lanes are opened before it is stepped. */
  readonly opened?: boolean;
};

/** Programs of the kinds that used to freeze the page, each with its description. */
const programs: readonly LongProgram[] = [
  {
    subject: '3,000 sleeps under gather',
    source: `import asyncio

async def main():
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(3000)))

asyncio.run(main())`,
  },
  {
    subject: '1,000 tasks, 100,000 events',
    source: `import asyncio

async def worker(n):
    for row in range(10):
        await asyncio.sleep(0.1)

async def main():
    await asyncio.gather(*(worker(n) for n in range(1000)))

asyncio.run(main())`,
  },
  {
    subject: '100 tasks, 10,000 events, their lanes opened',
    opened: true,
    source: `import asyncio

async def worker(n):
    for row in range(10):
        await asyncio.sleep(0.1)

async def main():
    await asyncio.gather(*(worker(n) for n in range(100)))

asyncio.run(main())`,
  },
  { subject: '1,900 printed lines', source: 'for n in range(1900):\n    print(n)' },
  {
    subject: 'yield from, 900 deep',
    source: `def down(n):
    if n:
        yield from down(n - 1)
    yield n

for value in down(900):
    pass`,
  },
  {
    subject: 'a generator of 100,000 items',
    source: `def numbers():
    yield from range(100_000)

print(sum(numbers()))`,
  },
];

const steps = 100;
/** How long the page may stay busy after it shows the result, in milliseconds. */
const settleMs = 1500;

/**
 * Runs long programs in the playground, and measures processor time of the page's main thread, which other work on the machine does
 * not increase: the longest task while the run arrives and is drawn, one step in the middle of the run, and a jump.
 */
export async function measureLongRuns(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const { subject, source, opened } of programs) {
    const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    await page.goto(`${origin}/playground/?lang=py`);
    // CPython is started before, so that its start is not measured.
    await runProgram(page, 'print("ready")');
    await page.waitForTimeout(settleMs);
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await runProgram(page, source);
    await page.waitForTimeout(settleMs);
    const pause = findLongestTask(await browser.stopTracing());
    if (opened === true) await page.locator('.overview button').first().click();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const last = Number(await page.locator('.scrubber input[type="range"]').getAttribute('max'));
    const jumps = await timeEach(page, session, (index) => 1 + ((index * 7919) % last));
    const middle = Math.max(1, Math.floor(last / 2) - steps);
    const forward = await timeEach(page, session, (index) => middle + index);
    await page.close();
    const at = (times: readonly number[]): number => times[Math.floor(times.length * 0.95)] ?? NaN;
    measures.push(
      { subject, name: 'longest pause as it arrives', value: pause, unit: 'ms', limit: 100, bound: 'at most' },
      { subject, name: 'a step, 95 of 100', value: at(forward), unit: 'ms', limit: 16, bound: 'at most' },
      { subject, name: 'a jump, 95 of 100', value: at(jumps), unit: 'ms', limit: 100, bound: 'at most' },
    );
  }
  return measures;
}

async function runProgram(page: Page, source: string): Promise<void> {
  const bench = page.locator('.bench');
  await bench.getByRole('textbox', { name: /editor$/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
  await bench.locator('.said').evaluate((place) => place.replaceChildren());
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  await bench.locator('.said', { hasText: /^(?:Ran on|Stopped)/ }).waitFor({ timeout: 60_000 });
}

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
};

/** Returns the processor time of the longest task in the thread that handles the page's events, in milliseconds. */
function findLongestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const main = traceEvents.find(({ name }) => name === 'EventDispatch');
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
  );
  if (tasks.length === 0) throw new Error('Expected tasks of the page in the trace of the browser, but found none.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** Goes to steps with the range, and returns the time of each until it was painted, in milliseconds, smallest first. */
async function timeEach(
  page: Page,
  session: CDPSession,
  stepOf: (index: number) => number,
): Promise<readonly number[]> {
  const usedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  // Found once: Playwright searches every element of the page, which is not part of a step.
  const range = await page.locator('.scrubber input[type="range"]').elementHandle();
  const times: number[] = [];
  for (let index = 0; index < steps; index += 1) {
    const before = await usedMs();
    await range.evaluate(async (element, step) => {
      const input = element as HTMLInputElement;
      input.value = String(step);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, stepOf(index));
    times.push((await usedMs()) - before);
  }
  return times.sort((one, other) => one - other);
}
