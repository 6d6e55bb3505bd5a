import { resolveAddress, findCached, listCached } from './site-cache.ts';

/** A page that lists the pages that can be read without a network. */
export async function listVisited(): Promise<Response> {
  const paths = [...new Set(await listCached())].filter((path) => path === '' || path.endsWith('/')).sort();
  const items = await Promise.all(
    paths.map(async (path) => {
      const html = (await (await findCached(path))?.text()) ?? '';
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? path;
      return `<li><a href="${resolveAddress(path)}">${title.replace(/ · Yieldpoint$/, '')}</a></li>`;
    }),
  );
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<link rel="icon" type="image/svg+xml" href="${resolveAddress('favicon.svg')}">
<title>Not here without a network · Yieldpoint</title></head>
<body><h1>This page is not here without a network</h1><p>You have not visited it yet. These are here:</p>
<ul>${items.join('')}</ul></body></html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
