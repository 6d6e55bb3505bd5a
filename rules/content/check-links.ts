import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** Every link and anchor in the built site that leads to the site itself has a target. */
export function checkLinks(dist: string, base: string): readonly Finding[] {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort();
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (file: string): ReadonlySet<string> => {
    const known = anchors.get(file);
    if (known !== undefined) return known;
    const html = readFileSync(path.join(dist, file), 'utf8');
    const found = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
    anchors.set(file, found);
    return found;
  };
  return pages.flatMap((page) => {
    const html = readFileSync(path.join(dist, page), 'utf8');
    const targets = new Set([...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map((match) => unescape(match[1] ?? '')));
    return [...targets].flatMap((target) => {
      const problem = followLink(dist, base, page, target, anchorsOf);
      return problem === undefined
        ? []
        : [{ file: page, message: problem, fix: 'Correct the link where the page’s source writes it.' }];
    });
  });
}

function followLink(
  dist: string,
  base: string,
  page: string,
  target: string,
  anchorsOf: (file: string) => ReadonlySet<string>,
): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined;
  const from = new URL(page.replace(/index\.html$/, ''), `http://site.invalid${base}`);
  const url = new URL(target, from);
  if (!url.pathname.startsWith(base)) return `Expected links to stay below ${base}, but got "${target}"`;
  const inside = decodeURIComponent(url.pathname.slice(base.length));
  const file = [inside, `${inside}index.html`, `${inside}/index.html`].find(
    (name) => name !== '' && !name.endsWith('/') && existsSync(path.join(dist, name)) && /\.[a-z0-9]+$/i.test(name),
  );
  if (file === undefined) return `Expected the target of "${target}" to exist, but there is no such page`;
  // A fragment with a colon or a dot addresses a demo's step or a shared program, not an element.
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === '' || !file.endsWith('.html') || /[:.]/.test(anchor) || anchorsOf(file).has(anchor)) return undefined;
  return `Expected ${file} to have the anchor of "${target}", but it has none`;
}

function unescape(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"').replaceAll('&#34;', '"');
}
