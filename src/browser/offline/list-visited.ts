import { resolveAddress, findCached, listCached } from './site-cache.ts';

/** The look of the site as far as it needs no file: its colors, its width of text, and links that a finger finds. */
const style = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; font: 1.0625rem/1.6 'Source Serif 4', Georgia, serif;
  background: light-dark(#fbfaf7, #14161a); color: light-dark(#1d2026, #e4e6eb); }
h1 { font-size: 2rem; line-height: 1.2; text-wrap: balance; }
a { color: light-dark(#0b57b0, #8ab8ff); text-decoration-thickness: 0.07em; text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
ul { padding: 0; list-style: none; }
li { padding-block: 0.4rem; border-block-start: 1px solid light-dark(#dedbd1, #31363f); }
`;

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
  const visited =
    items.length === 0
      ? '<p>You have not visited it yet, nor any other page of this site.</p>'
      : `<p>You have not visited it yet. These pages are here:</p>\n<ul>${items.join('')}</ul>`;
  const policy = `default-src 'none'; img-src 'self'; style-src 'sha256-${await hashText(style)}'`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" type="image/svg+xml" href="${resolveAddress('favicon.svg')}">
<title>Not here without a network · Yieldpoint</title><style>${style}</style></head>
<body><h1>This page is not here without a network</h1>
${visited}
<p><a href="">Try again</a></p></body></html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** The SHA-256 of a text, in the form in which a policy names what it lets in. */
async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
