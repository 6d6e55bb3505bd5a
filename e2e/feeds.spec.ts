import { articles, expect, pages, test } from './site.ts';

for (const [address, item] of [
  ['/atom.xml', 'entry'],
  ['/rss.xml', 'item'],
] as const) {
  test(`${address} is well-formed and has every complete article, with existing pictures`, async ({
    page,
    request,
  }) => {
    const xml = await (await request.get(address)).text();
    await page.goto('about:blank');
    const feed = await page.evaluate(
      ([text, name]) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        const texts = [...parsed.querySelectorAll(name)].map(
          (entry) =>
            entry.querySelector('content')?.textContent ??
            entry.getElementsByTagName('content:encoded')[0]?.textContent ??
            '',
        );
        return { error: parsed.querySelector('parsererror')?.textContent ?? '', texts };
      },
      [xml, item] as const,
    );
    expect(feed.error).toBe('');
    expect(feed.texts.length).toBe(articles.length);
    const addresses = feed.texts.flatMap((html) =>
      [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, url = '']) => url),
    );
    expect(addresses.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
    for (const html of feed.texts) {
      expect(html.length).toBeGreaterThan(5000);
      const [, picture = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
      expect((await request.get(new URL(picture).pathname)).status()).toBe(200);
    }
  });
}

test('every page names itself, its feeds and a picture of 1200 by 630 pixels', async ({ request }) => {
  const pictures = new Set<string>();
  for (const address of pages.filter((path) => path !== '/404.html')) {
    const html = await (await request.get(address)).text();
    expect(html).toContain(`rel="canonical" href="https://yieldpoint.dev${address}"`);
    expect(html).toMatch(/rel="alternate" type="application\/atom\+xml"/);
    const [, picture = ''] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
    pictures.add(new URL(picture).pathname);
  }
  // One for each article and each PEP, one for the gallery, and one for all other pages.
  const peps = pages.filter((path) => /^\/peps\/\d/.test(path));
  expect(pictures.size).toBe(articles.length + peps.length + 2);
  for (const picture of pictures) {
    const png = await (await request.get(picture)).body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

for (const [address, types] of [
  ['/', ['WebSite']],
  ['/articles/event-loop/', ['TechArticle', 'BreadcrumbList']],
  ['/peps/342/', ['WebPage', 'BreadcrumbList']],
  ['/glossary/', ['DefinedTermSet', 'BreadcrumbList']],
] as const) {
  test(`${address} describes itself as linked data, which the policy allows`, async ({ page, request }) => {
    await page.goto(address);
    const text = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
    const data = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
    expect(data['@graph'].map((node) => node['@type'])).toEqual(types);
    const own = [...new Set(text.match(/https:\/\/yieldpoint\.dev[^"#]*/g))];
    expect(own.length).toBeGreaterThan(0);
    for (const url of own) expect([url, (await request.get(new URL(url).pathname)).status()]).toEqual([url, 200]);
  });
}

test('the manifest, its icons, robots.txt and llms.txt exist', async ({ request }) => {
  const manifest = (await (await request.get('/manifest.webmanifest')).json()) as { icons: { src: string }[] };
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200);
  expect(await (await request.get('/robots.txt')).text()).toContain(
    'Sitemap: https://yieldpoint.dev/sitemap-index.xml',
  );
  const llms = await (await request.get('/llms.txt')).text();
  for (const article of articles) expect(llms).toContain(`https://yieldpoint.dev${article}`);
});
