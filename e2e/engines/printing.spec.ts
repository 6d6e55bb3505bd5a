import type { PaperPage } from './read-paper.ts';
import { readPaper } from './read-paper.ts';
import { expect, type Reader, test } from './reading-room.ts';

test.beforeEach(({ engine }) => test.skip(engine.name === 'webkit', 'WebKitGTK’s driver cannot print.'));

// One test for each page, because printing takes Firefox seconds.
for (const address of ['/articles/event-loop/', '/articles/pep-3156-asyncio/', '/versions/'])
  test(`on paper ${address} begins on the first page, and every heading is on the same page as its text`, async ({
    reader,
    site,
  }) => {
    await reader.open(site.origin + address);
    const headings = await findHeadings(reader);
    const pages = await readPaper(await reader.print());
    expect(pages.length).toBeGreaterThan(3);
    expect(pages[0]?.texts.length).toBeGreaterThan(20);
    const paper = new Paper(pages);
    expect(headings.length).toBeGreaterThan(3);
    const parted: string[] = [];
    for (const { text, followedBy } of headings) {
      const place = paper.find(text + followedBy);
      if (place === undefined) parted.push(`not printed: ${text} | ${followedBy}`);
      else if (place.first.page !== place.last.page) parted.push(text);
    }
    expect(parted).toEqual([]);
  });

test('on paper no horizontal line crosses a text', async ({ reader, site }) => {
  // The article whose demos end closest to the ends of pages.
  await reader.open(`${site.origin}/articles/trampolines/`);
  const pages = await readPaper(await reader.print());
  const lines = pages.map((page) => ({ ...page, lines: page.lines.filter(({ left, right }) => right - left > 300) }));
  expect(lines.flatMap((page) => page.lines).length).toBeGreaterThan(10);
  const crossed = lines.flatMap((page, index) =>
    page.texts
      .filter(({ left, right, baseline, size }) =>
        page.lines.some(
          (line) =>
            line.left < right &&
            line.right > left &&
            line.height > baseline + size * 0.1 &&
            line.height < baseline + size * 0.6,
        ),
      )
      .map(({ text }) => `page ${index + 1}: ${text}`),
  );
  expect(crossed).toEqual([]);
});

/**
 * The headings in the text that are followed by more text or a table, each with the beginning of that. They are set in a system
 * font, because Firefox embeds a weight of a variable font as shapes without letters.
 */
function findHeadings(reader: Reader): Promise<readonly { readonly text: string; readonly followedBy: string }[]> {
  return reader.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)')].flatMap((heading) => {
      for (const element of [heading, ...heading.querySelectorAll<HTMLElement>('*')])
        element.style.fontFamily = 'sans-serif';
      const next = heading.nextElementSibling?.cloneNode(true) as Element | undefined;
      if (!next?.matches('p, ul, ol, table, :has(> table)')) return [];
      for (const meaning of next.querySelectorAll('[popover]')) meaning.remove();
      return [{ text: heading.textContent, followedBy: next.textContent.trim().slice(0, 24) }];
    }),
  );
}

type Place = PaperPage['texts'][number] & { readonly page: number };

/** Printed text as one string without spaces, because these differ between screen and paper. */
class Paper {
  readonly #text: string;
  readonly #places: readonly Place[];

  constructor(pages: readonly PaperPage[]) {
    const pieces = pages.flatMap(({ texts }, page) =>
      texts.map((piece) => ({ ...piece, page, text: squeeze(piece.text) })),
    );
    this.#text = pieces.map(({ text }) => text).join('');
    this.#places = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece));
  }

  /** Where a text begins and ends, or `undefined` if it is not on paper in one piece. */
  find(text: string): { readonly first: Place; readonly last: Place } | undefined {
    const squeezed = squeeze(text);
    const at = this.#text.indexOf(squeezed);
    const first = this.#places[at];
    const last = this.#places[at + squeezed.length - 1];
    return first && last && { first, last };
  }
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD]/g, '');
}
