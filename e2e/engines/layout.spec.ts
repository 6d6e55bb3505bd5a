import { inflateSync } from 'node:zlib';
import { pageTypes } from '../../conformance/budgets/page-types.ts';
import { expect, test } from './reading-room.ts';

const head = '<meta charset="utf-8"><link rel="icon" href="data:,">';
const pages: readonly string[] = pageTypes.map(({ address }) => address);

test('no page scrolls sideways on a phone or on a wide screen, and none says anything on the console', async ({
  reader,
  site,
}) => {
  // In a frame, because no window of WebKitGTK is as narrow as a phone.
  site.changes.set('narrow.html', `<!doctype html>${head}<title>Narrow</title><iframe></iframe>`);
  await reader.open(`${site.origin}/narrow.html`);
  for (const width of [320, 390, 1200]) {
    for (const page of pages) {
      const beyond = await reader.evaluate(
        async (address, wide) => {
          const frame = document.querySelector('iframe');
          if (frame === null) return -1;
          frame.width = String(wide);
          frame.height = '800';
          await new Promise((resolve) => {
            frame.onload = resolve;
            frame.src = address;
          });
          const root = frame.contentDocument?.documentElement;
          return root ? Math.max(0, root.scrollWidth - root.clientWidth) : -1;
        },
        page,
        width,
      );
      expect([page, width, beyond]).toEqual([page, width, 0]);
    }
  }
});

test('no page type and no run says anything on the engine’s own console', async ({ engine, site }) => {
  test.skip(
    engine.readConsole === undefined,
    'This engine tells its driver what is on the console; other tests look at it.',
  );
  const script = `
    const pages = ${JSON.stringify(pages)};
    // One after another: sixteen pages at once are more than a machine of two cores loads in a minute.
    const open = (page) => new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: page, width: 1200, height: 800 });
      frame.onload = () => resolve(frame);
      document.body.append(frame);
    });
    const last = '/articles/pep-3156-asyncio/';
    for (const page of pages.filter((each) => each !== last)) (await open(page)).remove();
    const { contentDocument: article } = await open(last);
    const panel = article.querySelector('#think .program[data-language="python"]');
    panel.querySelector('[data-work="run"]').click();
    const said = panel.querySelector('.work');
    while (!/Ran on|Error|Expected/.test(said.textContent)) await new Promise((go) => setTimeout(go, 50));
    if (!/^Ran on CPython/.test(said.textContent)) console.error(said.textContent);
    console.log('the end of the test');`;
  site.changes.set('all.html', `<!doctype html>${head}<title>All</title><script type="module">${script}</script>`);
  const said = await engine.readConsole?.(`${site.origin}/all.html`, 'the end of the test');
  expect(said).toEqual([]);
});

/** How many pieces of text each page of a PDF shows, in the order of its pages; of PDFs as Firefox and Cairo write them. */
function countTexts(pdf: Buffer): readonly number[] {
  const text = pdf.toString('latin1');
  const counts: number[] = [];
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const start = index + (text.slice(index).match(/^stream\r?\n/)?.[0].length ?? 0);
    const end = text.indexOf('endstream', start);
    let content: string;
    try {
      content = inflateSync(pdf.subarray(start, end)).toString('latin1');
    } catch {
      continue;
    }
    if (/\bBT\b[^]*\bET\b/.test(content)) counts.push(content.match(/\bT[jJ]\b/g)?.length ?? 0);
  }
  return counts;
}

test('an article is printed from its first page on', async ({ reader, site, engine }) => {
  test.skip(engine.name === 'webkit', 'WebKitGTK’s driver cannot print.');
  await reader.open(`${site.origin}/articles/pep-3156-asyncio/`);
  const texts = countTexts(await reader.print());
  expect(texts.length).toBeGreaterThan(3);
  expect(texts[0]).toBeGreaterThan(20);
});
