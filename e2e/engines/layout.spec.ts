import { pageTypes } from '../../conformance/budgets/page-types.ts';
import { expect, test } from './reading-room.ts';

const head = '<meta charset="utf-8"><link rel="icon" href="data:,">';
const pages: readonly string[] = pageTypes.map(({ address }) => address);

test('no page scrolls sideways on a phone or on a wide screen, and none writes to the console', async ({
  reader,
  site,
}) => {
  // Every type of page at three widths, on a machine that may be busy with two other engines.
  test.setTimeout(180_000);
  // In a frame, because a window of WebKitGTK cannot be as narrow as a phone.
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
          // The page is not left while its fonts load, because Firefox would complain.
          await frame.contentDocument?.fonts.ready;
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

test('a drawing that scrolls has a scrollbar in the color of the theme', async ({ reader, site, engine }) => {
  test.skip(engine.name === 'webkit', 'WebKit does not know the property yet; its own scrollbars follow the theme.');
  await reader.open(`${site.origin}/articles/pep-3156-asyncio/`);
  const colors = await reader.evaluate(() =>
    ['light', 'dark'].map((theme) => {
      document.documentElement.dataset['theme'] = theme;
      const scroller = document.querySelector('.timeline-scroll');
      return scroller === null ? '' : getComputedStyle(scroller).scrollbarColor;
    }),
  );
  expect(colors).toEqual(['rgb(138, 143, 153) rgba(0, 0, 0, 0)', 'rgb(107, 114, 128) rgba(0, 0, 0, 0)']);
});
