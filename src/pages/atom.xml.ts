import type { APIRoute } from 'astro';
import { contributors } from '../layouts/contributors.ts';
import { href } from '../layouts/href.ts';
import { escapeXml, listFeedEntries } from './_feed-entries.ts';

/** The complete articles as an Atom feed (RFC 4287). */
export const GET: APIRoute = async ({ site = new URL('https://yieldpoint.dev') }) => {
  const entries = await listFeedEntries(site);
  const home = new URL(href(''), site).href;
  const items = entries.map(
    ({ address, title, summary, published, html }) => `<entry>
<id>${address}</id>
<title>${escapeXml(title)}</title>
<link href="${address}"/>
<published>${published}</published>
<updated>${published}</updated>
<summary>${escapeXml(summary)}</summary>
<content type="html">${escapeXml(html)}</content>
</entry>`,
  );
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${home}</id>
<title>Yieldpoint</title>
<subtitle>How Python functions learned to suspend</subtitle>
<link href="${home}"/>
<link rel="self" type="application/atom+xml" href="${new URL(href('atom.xml'), site).href}"/>
<updated>${entries[0]?.published ?? '2026-11-21T00:00:00Z'}</updated>
<author><name>${contributors}</name></author>
<rights>CC BY 4.0</rights>
${items.join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
