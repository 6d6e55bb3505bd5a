/** A part of a page's text, from a heading with an anchor to the next. */
export type TextSection = { readonly anchor: string; readonly title: string; readonly text: string };

/**
 * Splits a text in HTML at each `<h2>` and `<h3>` with an id. The text before the first has neither anchor nor title. Code,
 * drawings and pictures are left out.
 */
export function splitSections(html: string): readonly TextSection[] {
  const parts = html.split(/(?=<h[23][^>]*\sid=")/);
  return parts.flatMap((part) => {
    const heading = /^<h[23][^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/h[23]>/.exec(part);
    const text = readText(heading === null ? part : part.slice(heading[0].length));
    const title = heading === null ? '' : readText(heading[2] ?? '');
    return text === '' && title === '' ? [] : [{ anchor: heading?.[1] ?? '', title, text }];
  });
}

/** The words of a piece of HTML, with one space between any two. */
export function readText(html: string): string {
  return (
    html
      // A demo's title ends like a sentence, and what only introduces a listing is left out with it.
      .replace(/<\/strong>(?=\s*(?:<p\b|<\/figcaption>))/g, '. ')
      .replace(/<p>It prints:<\/p>(?=\s*<pre\b)/g, ' ')
      .replace(/<(pre|svg|style|script|sup)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<a [^>]*class="anchor"[\s\S]*?<\/a>/g, '')
      .replace(/<\/?(?:a|b|i|em|strong|code|span|samp|kbd|dfn|abbr|mark)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
        return entities[name ?? ''] ?? whole;
      })
      .replace(/\s+/g, ' ')
      .replace(/ ([.,;:?!])/g, '$1')
      .trim()
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
