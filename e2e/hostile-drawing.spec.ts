import { waitForStep } from './go-to-step.ts';
import { demo, expect, test } from './site.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const address = '/articles/pep-3156-asyncio/';
const evil = `</text></svg><img src="https://elsewhere.invalid/stolen" onerror="hacked = 1"><script>hacked = 2</script>`;
const quoted = JSON.stringify(evil);

/** Programs that put markup everywhere a run shows text: names of tasks, functions and locks, values, output and errors. */
const programs = {
  typescript: `import { createTask, sleep, Lock, Queue } from '@yieldpoint/scheduler';
async function named() {
  const lock = new Lock();
  await lock.acquire();
  console.log(${quoted});
  await sleep(1, ${quoted});
  return ${quoted};
}
Object.defineProperty(named, 'name', { value: ${quoted} });
export async function main() {
  const { [${quoted}]: method } = { async [${quoted}]() { await sleep(1); } };
  const tasks = [createTask(named(), { name: ${quoted} }), createTask(method!(), { name: ${quoted} + '2' })];
  for (const task of tasks) await task;
  throw new TypeError(${quoted});
}`,
  python: `import asyncio
async def named():
    print(${quoted})
    await asyncio.sleep(1, ${quoted})
    return ${quoted}
named.__name__ = named.__qualname__ = ${quoted}
async def main():
    tasks = [asyncio.create_task(named(), name=${quoted}) for _ in range(2)]
    for task in tasks:
        await task
    raise type(${quoted}, (ValueError,), {})(${quoted})`,
} as const;

for (const [language, source] of Object.entries(programs)) {
  test(`markup in the names, values, output and errors of a ${language} program is drawn as text`, async ({ page }) => {
    await page.goto(`${address}?lang=${language === 'python' ? 'py' : 'ts'}`);
    const think = demo(page, 'think');
    const foreign = think.locator('img, script, iframe, [onerror]');
    const ownScripts = await foreign.count();
    const panel = think.locator(`.program[data-language="${language}"]`);
    await panel.getByRole('button', { name: /^Edit/ }).click();
    await panel.getByRole('textbox').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(source);
    await panel.getByRole('button', { name: 'Run' }).click();
    await expect(panel.locator('.work')).toContainText('<script>hacked = 2</script>', { timeout: 60_000 });
    await expect(think.locator('.console li').first()).toContainText('</svg><img');
    for (const button of ['To start', 'Step forward', 'Step forward', 'Step back', 'To end']) {
      await think.getByRole('button', { name: button }).click();
    }
    await waitForStep(think, 'last');
    expect(await foreign.count()).toBe(ownScripts);
    expect(await page.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
  });
}
