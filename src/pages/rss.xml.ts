import type { APIRoute } from 'astro';
import { href } from '../layouts/href.ts';
import { escapeXml, listFeedEntries } from './_feed-entries.ts';

/** The complete articles as an RSS 2.0 feed, for readers that do not know Atom. */
export const GET: APIRoute = async ({ site = new URL('https://yieldpoint.dev') }) => {
  const items = (await listFeedEntries(site)).map(
    ({ address, title, summary, published, html }) => `<item>
<title>${escapeXml(title)}</title>
<link>${address}</link>
<guid>${address}</guid>
<pubDate>${new Date(published).toUTCString()}</pubDate>
<description>${escapeXml(summary)}</description>
<content:encoded>${escapeXml(html)}</content:encoded>
</item>`,
  );
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Yieldpoint</title>
<link>${new URL(href(''), site).href}</link>
<description>How Python functions learned to suspend</description>
<language>en</language>
<atom:link rel="self" type="application/rss+xml" href="${new URL(href('rss.xml'), site).href}"/>
${items.join('\n')}
</channel>
</rss>
`;
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
