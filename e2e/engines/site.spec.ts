import { expect, expectText, type Reader, test, waitUntil } from './reading-room.ts';

const article = '/articles/pep-3156-asyncio/';

/** Whether a selector finds a visible element. */
function isVisible(reader: Reader, selector: string): Promise<boolean> {
  return reader.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector);
}

test('a prediction typed by keyboard is compared with the run', async ({ reader, site }) => {
  await reader.open(site.origin + article);
  const printed = await reader.evaluate(() =>
    [...document.querySelectorAll('#think .console samp')].map(({ textContent }) => textContent),
  );
  expect(printed.length).toBeGreaterThan(1);
  await reader.click('#think textarea.answer');
  for (const [index, line] of printed.entries()) {
    if (index > 0) await reader.press('Enter');
    await reader.type(line);
  }
  await reader.press('Tab');
  await reader.press('Tab');
  await reader.press('Enter');
  await expectText(reader, '#think .verdict', new RegExp(`^Right: ${printed.length} lines, in this order\\.$`));
  await waitUntil('the run to be shown', () => isVisible(reader, '#think .timeline-run'));
});

/**
 * Visited between two addresses of one page, so that the second is loaded again; a page of the site would be left while its icon
 * loads.
 */
const blank = 'about:blank';

test('Share copies a link during the press, and the link opens the program without running it', async ({
  reader,
  site,
}) => {
  await reader.open(`${site.origin}/playground/`);
  await reader.click({ role: 'button', name: 'Share', within: '.bar' });
  await expectText(reader, '.said', /^The link is copied\. The program is inside it/);
  // Pasting needs no permission here, because the reader does it.
  await reader.open(`${site.origin}/search/`);
  await reader.click({ role: 'combobox', name: /search/i });
  await reader.press('Control+v');
  const link = await waitUntil('a pasted link', () =>
    reader.evaluate(() => (document.activeElement as HTMLInputElement).value),
  );
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/playground\/#v1\.[\w-]+$/);
  await reader.open(blank);
  await reader.open(link);
  await expectText(reader, '.shared', /^This program came with the link\. Nothing of it has run/);
});

test('the link to a step is copied too, and opens at the step', async ({ reader, site }) => {
  await reader.open(site.origin + article);
  await reader.click({ role: 'button', name: 'I have my answer: show the run', within: '#think' });
  await reader.click('#think [data-action="copy-link"]');
  await expectText(reader, '#think .sentence', /^The link to step \d+ is copied\.$/);
  await reader.open(blank);
  await reader.open(`${site.origin}${article}#think:4`);
  await expectText(reader, '#think .position', /^4 \//);
});

test("a demo embedded in another site's page can be stepped", async ({ reader, site }) => {
  const embedded = '/embed/pep-3156-asyncio/think/';
  const head = '<meta charset="utf-8"><title>A page of someone else</title><link rel="icon" href="data:,">';
  site.changes.set(
    'blog.html',
    `<!doctype html><head>${head}</head><iframe src="${embedded}" width="700" height="900"></iframe>`,
  );
  await reader.open(`${site.origin}/blog.html`);
  const press = (name: string): Promise<boolean> =>
    waitUntil(`the button “${name}”`, () =>
      reader.evaluate((wanted) => {
        const inside = document.querySelector('iframe')?.contentDocument;
        // A press does nothing before the script has loaded.
        if (inside?.querySelector('demo-stage:defined') == null) return false;
        const found = [...inside.querySelectorAll('button')].find(
          (button) => button.checkVisibility() && [button.textContent.trim(), button.ariaLabel].includes(wanted),
        );
        found?.click();
        return found !== undefined;
      }, name),
    );
  await press('I have my answer: show the run');
  await press('To start');
  await waitUntil('the run at its start', () =>
    reader.evaluate(() => {
      const position = document.querySelector('iframe')?.contentDocument?.querySelector('.position');
      return position?.textContent.trim().startsWith('0 /') ?? false;
    }),
  );
});

test('the search opens by key, finds, and leads to a section', async ({ reader, site }) => {
  await reader.open(site.origin);
  await reader.press('/');
  await waitUntil('the search to open', () => isVisible(reader, 'search-panel [role="combobox"], search-panel input'));
  await reader.type('coroutine');
  await waitUntil('something to be found', () => isVisible(reader, 'search-panel [role="option"]'));
  await reader.press('ArrowDown');
  await reader.press('Enter');
  await waitUntil('another page', () => reader.evaluate(() => location.pathname !== '/'));
});

test('the chosen theme stays, also on the next page', async ({ reader, site }) => {
  await reader.open(site.origin);
  const choose = (theme: string): Promise<void> =>
    reader.evaluate((chosen) => {
      const select = document.querySelector<HTMLSelectElement>('theme-switch select');
      if (select === null) return;
      select.value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, theme);
  const background = (): Promise<string> => reader.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await choose('light');
  const light = await background();
  await choose('dark');
  expect(await background()).not.toBe(light);
  const dark = await background();
  await reader.open(site.origin + article);
  expect(await background()).toBe(dark);
  await reader.evaluate(() => localStorage.clear());
});

test('the keyboard reaches the content first, and leaves the editor again', async ({ reader, site }) => {
  await reader.open(site.origin + article);
  await reader.click({ role: 'button', name: /^Edit/, within: '#think .program[data-language="python"]' });
  const isInEditor = (): Promise<boolean> =>
    reader.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.classList.contains('cm-content') ?? false;
    });
  await waitUntil('the focus to be in the editor', isInEditor);
  await reader.press('Tab');
  await waitUntil('the focus to leave the editor', async () => !(await isInEditor()));
});

test.describe('without a network', () => {
  // Failed requests appear on the console.
  test.use({ isNoisy: true });

  test('a page that was visited once works offline with its demos, and one that was not says so without errors', async ({
    reader,
    site,
  }) => {
    await reader.open(site.origin + article);
    await waitUntil('the page to be kept', () =>
      reader.evaluate(
        async () => (await caches.match(location.href)) !== undefined && navigator.serviceWorker.controller !== null,
      ),
    );
    await site.close();
    await reader.open(site.origin + article);
    await reader.click({ role: 'button', name: 'I have my answer: show the run', within: '#think' });
    await reader.click({ role: 'button', name: 'To start', within: '#think' });
    await expectText(reader, '#think .position', /^0 \//);
    const before = (await reader.collectFaults()).length;
    await reader.open(`${site.origin}/articles/event-loop/`);
    await expectText(reader, 'h1', /^This page is not here without a network$/);
    const complaints = (await reader.collectFaults()).slice(before);
    expect(complaints.filter((text) => /polic/i.test(text))).toEqual([]);
  });
});
