import type { Page } from '@playwright/test';
import type { Language } from '../src/engine/trace/event/events.ts';
import { honestPrograms } from './honest-programs.ts';
import { expect, test } from './hostile-trial.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const languages: readonly Language[] = ['typescript', 'python'];
const endless: Readonly<Record<Language, string>> = {
  typescript: `export function main() { console.log('so far'); for (;;) { try { for (;;) {} } catch {} } }`,
  python: `print('so far')\nimport itertools\nsum(itertools.repeat(1))`,
};
const progress = (page: Page): ReturnType<Page['locator']> => page.locator('[name=progress]');

test('nothing of the sandbox is fetched before Run is pressed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/dev/sandbox/', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /sandbox\.html|python|pyodide|compile|open-sandbox/.test(path))).toEqual([]);
});

for (const language of languages) {
  test(`Stop ends a ${language} program at once, and its trace so far is shown`, async ({ trial }) => {
    const { page } = trial;
    const workers = (): number => page.workers().filter((worker) => worker.url().startsWith('blob:')).length;
    // A Python worker that is kept ready for a later program ends when a Python program is stopped.
    const kept = language === 'python' ? 0 : workers();
    await trial.start(language, endless[language], 60_000);
    await expect(progress(page)).toHaveText('running', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await trial.outcome(2000)).toMatch(/^stopped reader · [1-9]/);
    expect(await trial.printed()).toEqual(['so far']);
    await expect.poll(workers).toBeLessThanOrEqual(kept);
    await trial.expectUnharmed(language, endless[language]);
  });

  test(`a second ${language} program replaces the first`, async ({ trial }) => {
    await trial.start(language, endless[language], 60_000);
    await expect(progress(trial.page)).toHaveText('running', { timeout: 60_000 });
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    expect(await trial.printed()).toEqual(['before', 'after']);
  });

  test(`once loaded, ${language} programs run without a network`, async ({ trial }) => {
    const context = trial.page.context();
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    await context.setOffline(true);
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    expect(await trial.run(language, endless[language], /^stopped time/)).toMatch(/^stopped time · /);
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    await context.setOffline(false);
  });
}

test('one Python worker is ready for the next press, never beside a running one, and none on a hidden page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const count = Object.assign(globalThis, { aliveWorkers: 0, mostWorkers: 0 });
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        count.mostWorkers = Math.max(count.mostWorkers, ++count.aliveWorkers);
      }
      override terminate(): void {
        super.terminate();
        count.aliveWorkers--;
      }
    };
  });
  await page.goto('/dev/sandbox/');
  const run = async (source: string, expected: RegExp): Promise<void> => {
    await page.getByLabel('Language').selectOption('python');
    await page.getByLabel('Program').fill(source);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.locator('.outcome')).toHaveText(expected, { timeout: 60_000 });
  };
  const workers = (name: 'aliveWorkers' | 'mostWorkers'): Promise<number | undefined> | undefined =>
    page
      .frames()
      .find((frame) => frame.url().includes('sandbox-python'))
      ?.evaluate((key) => (globalThis as unknown as Record<string, number>)[key], name);

  await run(honestPrograms.python, /^finished 7 · /);
  await expect.poll(() => workers('aliveWorkers')).toBe(1);
  await run(endless.python, /^stopped time · /);
  await run(honestPrograms.python, /^finished 7 · /);
  await expect.poll(() => workers('aliveWorkers')).toBe(1);
  expect(await workers('mostWorkers')).toBe(1);

  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => workers('aliveWorkers')).toBe(0);
});

test('a deadlock is shown with who waits for what, in both languages', async ({ trial }) => {
  const typescript = `import { createTask, getRunningLoop } from '@yieldpoint/scheduler';
export async function main() { console.log('so far'); await getRunningLoop().createFuture(); }`;
  const python = `import asyncio
async def main():
    print('so far')
    await asyncio.get_running_loop().create_future()`;
  for (const [language, source] of [
    ['typescript', typescript],
    ['python', python],
  ] as const) {
    expect(await trial.run(language, source)).toMatch(/^deadlocked .*Task-1/s);
    expect(await trial.printed()).toEqual(['so far']);
  }
});

test('errors of the TypeScript compiler come back with their places', async ({ trial }) => {
  const source = `export async function main() {\n  const = 1;\n}\nfunction f() { await g(); }`;
  expect(await trial.run('typescript', source)).toMatch(/^rejected 2:9 /);
});

test('errors of the program come back with the line of the program', async ({ trial }) => {
  const typescript = `import { sleep } from '@yieldpoint/scheduler';\ntype Id = number;\nexport async function main() {\n  await sleep(1);\n  throw new TypeError('no such id');\n}`;
  expect(await trial.run('typescript', typescript)).toMatch(/^failed TypeError: no such id \(line 5\)/);
  const python = `import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    raise KeyError('no such id')`;
  expect(await trial.run('python', python)).toMatch(/^failed KeyError: 'no such id' \(line 5\)/);
});

test('Stop ends a run while Python is still loading, and the next press fetches it', async ({ page }) => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm.txt', async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  await page.goto('/dev/sandbox/');
  await page.getByLabel('Language').selectOption('python');
  await page.getByLabel('Program').fill(honestPrograms.python);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(progress(page)).toHaveText(/^loading 10\.\d of 19\.\d MB$/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('.outcome')).toHaveText(/^stopped reader · 0 events/);
  release();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.outcome')).toHaveText(/^finished 7 · /, { timeout: 60_000 });
});

test('Stop ends a run while Python starts', async ({ page }) => {
  await page.goto('/dev/sandbox/');
  await page.getByLabel('Language').selectOption('python');
  await page.getByLabel('Program').fill(honestPrograms.python);
  // Pressed from inside the page, because the start may be over before a request from outside is answered.
  await page.evaluate(() => {
    const isStarting = (): boolean => document.querySelector('[name=progress]')?.textContent === 'starting';
    const stop = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Stop');
    const observer = new MutationObserver(() => {
      if (!isStarting()) return;
      observer.disconnect();
      stop?.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.outcome')).toHaveText(/^stopped reader · 0 events/);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.outcome')).toHaveText(/^finished 7 · /, { timeout: 60_000 });
});

test('a file that does not load is reported, and can be tried again', async ({ page }) => {
  await page.goto('/dev/sandbox/');
  for (const [language, files] of [
    ['typescript', '**/compile-worker*'],
    ['python', '**/*.wasm.txt'],
  ] as const) {
    await page.route(files, (route) => route.abort());
    await page.getByLabel('Language').selectOption(language);
    await page.getByLabel('Program').fill(honestPrograms[language]);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.locator('.outcome')).toHaveText(
      /^SandboxUnavailable: Expected .* to start, but .*\. Check the connection and press Run again\.$/,
    );
    await page.unroute(files);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.locator('.outcome')).toHaveText(/^finished 7 · /, { timeout: 60_000 });
  }
});

for (const language of languages) {
  test(`a ${language} frame whose page is missing is reported, and can be tried again`, async ({ page }) => {
    const address = language === 'python' ? '**/sandbox-python.html' : '**/sandbox.html';
    await page.route(address, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('/dev/sandbox/');
    await page.getByLabel('Language').selectOption(language);
    await page.getByLabel('Program').fill(honestPrograms[language]);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.locator('.outcome')).toHaveText(
      /^SandboxUnavailable: Expected \w+ to start, but the page of its frame is not there\. That is a fault of this site\./,
      {
        timeout: 60_000,
      },
    );
    await page.unroute(address);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(page.locator('.outcome')).toHaveText(/^finished 7 · /, { timeout: 60_000 });
  });
}
