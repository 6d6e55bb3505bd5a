import { execFileSync } from 'node:child_process';
import type { Browser, Locator } from '@playwright/test';
import type { Measure } from './measure.ts';
import { openDemoEditor } from './measure-runs.ts';

const endless = 'while True:\n    pass\n';
const short = 'print("done")\n';

/** In this time a worker gets ready, and memory is given back. */
const settleMs = 5000;

/**
 * Measures the memory of all the browser's renderers, as the operating system counts it: while a Python program runs, after Stop,
 * and while a prepared worker waits for the next run. For systems with `ps`.
 */
export async function measurePythonMemory(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const session = await browser.newBrowserCDPSession();
  const read = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return sumMemory(processInfo.flatMap(({ type, id }) => (type === 'renderer' ? [id] : [])));
  };
  const program = await openDemoEditor(page, origin, 'python');
  const work = program.locator('.work');

  await replace(program, short);
  await program.locator('[data-work="run"]').click();
  await work.filter({ hasText: 'Ran on' }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(settleMs);
  const withReady = await read();

  await replace(program, endless);
  await program.locator('[data-work="run"]').click();
  await work.filter({ hasText: 'Running' }).waitFor({ timeout: 60_000 });
  const running = await read();
  await program.locator('[data-work="stop"]').click();
  await work.filter({ hasText: 'Stopped' }).waitFor();
  await page.waitForTimeout(settleMs);
  const stopped = await read();
  await page.close();

  const subject = 'memory of CPython';
  return [
    { subject, name: 'given back by Stop', value: running - stopped, unit: 'MB', limit: 60, bound: 'at least' },
    {
      subject,
      name: 'held ready for the next run',
      value: withReady - stopped,
      unit: 'MB',
      limit: 150,
      bound: 'at most',
    },
  ];
}

async function replace(program: Locator, source: string): Promise<void> {
  await program.locator('.cm-content').focus();
  await program.page().keyboard.press('ControlOrMeta+a');
  await program.page().keyboard.insertText(source);
}

/** Resident memory of processes, in megabytes. */
function sumMemory(ids: readonly number[]): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', ids.join(',')], { encoding: 'utf8' });
  return kilobytes.split(/\s+/).reduce((sum, value) => sum + Number(value), 0) / 1024;
}
