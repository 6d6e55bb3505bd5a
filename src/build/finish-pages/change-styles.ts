import { createHash } from 'node:crypto';

/**
 * Changes the inlined styles of a page, and in its policy the hash of each.
 *
 * @param html the page's bytes, one character for each
 */
export function changeStyles(html: string, change: (style: string) => string): string {
  const hashes: (readonly [before: string, after: string])[] = [];
  const changed = html.replaceAll(
    /(<style\b[^>]*>)([\s\S]*?)<\/style>/g,
    (_, start: string, before: string): string => {
      const after = change(before);
      hashes.push([digest(before), digest(after)]);
      return `${start}${after}</style>`;
    },
  );
  return hashes.reduce((page, [before, after]) => page.replace(`'sha256-${before}'`, `'sha256-${after}'`), changed);
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('base64');
}
