import { expect, expectText, readElementText, type Reader, test } from './reading-room.ts';
import type { Language } from '../../src/engine/trace/event/events.ts';
import { honestPrograms } from '../honest-programs.ts';
import { endless, SandboxPage } from './sandbox-page.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const article = '/articles/pep-3156-asyncio/';
const panel = (language: Language): string => `#think .program[data-language="${language}"]`;

/** Opens the editor of a program and pastes a text that replaces its content. */
async function replaceText(reader: Reader, language: Language, text: string): Promise<void> {
  await reader.click({ role: 'button', name: /^Edit/, within: panel(language) });
  await expectText(reader, '.cm-content', /./);
  await reader.click('.cm-content');
  await reader.press('Control+a');
  await reader.evaluate(
    (within, pasted) => {
      const host = document.querySelector(`${within} .editor`);
      const content = [host, ...(host?.querySelectorAll('*') ?? [])]
        .map((element) => element?.shadowRoot?.querySelector('.cm-content'))
        .find((found) => found !== null && found !== undefined);
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      // Firefox drops the data of a paste event that a script creates with the constructor.
      const paste = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
      content?.dispatchEvent(paste);
    },
    panel(language),
    text,
  );
}

test('an edited TypeScript program runs, its own run is drawn, and keys type into the editor', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}${article}?lang=ts`);
  await replaceText(
    reader,
    'typescript',
    `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() {\n  await sleep(2);\n  console.log('hello');\n}\n`,
  );
  await expectText(reader, '#think .stale', /./);
  await reader.press('Control+End');
  await reader.type('// é (mine)');
  await expectText(reader, '.cm-line:last-child', /^\/\/ é \(mine\)$/);
  await reader.press('Control+Enter');
  await expectText(reader, `${panel('typescript')} .work`, /^Ran on @yieldpoint\/scheduler/);
  await expectText(reader, '#think .console', /^2 s\s*hello/);
  await reader.click({ role: 'button', name: 'Reset', within: panel('typescript') });
  await expectText(reader, '#think .console', /think\(5\) begins/);
});

test('a Python program runs in CPython, also after an edit, and a mistake is reported with its line', async ({
  reader,
  site,
}) => {
  await reader.open(site.origin + article);
  await reader.click({ role: 'button', name: 'Run', within: panel('python') });
  await expectText(reader, `${panel('python')} .work`, /^This is the recorded run, made on CPython 3\.14\.\d+ /);
  await reader.click({ role: 'button', name: /^Run it here/, within: panel('python') });
  await expectText(reader, `${panel('python')} .work`, /^Ran on CPython 3\.14\.\d+\.$/, 60_000);
  await replaceText(
    reader,
    'python',
    'import asyncio\n\nasync def main():\n    await asyncio.sleep(3)\n    print("mine")\n    1 / 0\n',
  );
  await reader.click({ role: 'button', name: 'Run', within: panel('python') });
  await expectText(reader, `${panel('python')} .work`, /^ZeroDivisionError: .*\(line 6\)/, 60_000);
  await expectText(reader, '#think .console', /^3 s\s*mine/);
});

for (const language of ['typescript', 'python'] as const) {
  test(`Stop ends an endless ${language} program at once, the time limit ends another, and the next one runs`, async ({
    reader,
    site,
  }) => {
    const page = new SandboxPage(reader);
    await page.open(site.origin);
    await page.start(language, endless[language], 60_000);
    await expectText(reader, '[name=progress]', /^running$/, 60_000);
    // The page shows what a program printed only when its run is over, and Python may send it only then. So nothing can be polled for the
    // first line, and the test waits much longer than a busy machine needs for it.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await reader.click({ role: 'button', name: 'Stop', within: '.trial' });
    expect(await page.outcome(2000)).toMatch(/^stopped reader · [1-9]/);
    expect(await page.printed()).toEqual(['so far']);
    expect(await page.run(language, endless[language], 500)).toMatch(/^stopped time · /);
    expect(await page.run(language, honestPrograms[language])).toMatch(/^finished 7 · /);
    expect(await page.printed()).toEqual(['before', 'after']);
  });
}

test('a first import of a large part of the library does not count against the time of a program', async ({
  reader,
  site,
}) => {
  const page = new SandboxPage(reader);
  await page.open(site.origin);
  await page.start('python', 'import urllib.request, unittest.mock\nprint(urllib.request.__name__)', 1500);
  expect(await page.outcome()).toMatch(/^finished None · /);
  expect(await readElementText(reader, '.printed')).toBe('urllib.request');
});
