import { inflateSync } from 'node:zlib';
import { pageTypes } from '../../conformance/budgets/page-types.ts';
import { expect, test } from './reading-room.ts';

const head = '<meta charset="utf-8"><link rel="icon" href="data:,">';
const pages: readonly string[] = pageTypes.map(({ address }) => address);

test('no page scrolls sideways on a phone or on a wide screen, and none says anything on the console', async ({
  reader,
  site,
}) => {
  // Every type of page at three widths, on a machine that may be busy with two more engines.
  test.setTimeout(180_000);
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
