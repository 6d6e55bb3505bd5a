import { getCollection } from 'astro:content';
import { href } from '../layouts/href.ts';
import { removeBackticks } from '../markdown/inline-code.ts';
import { renderArticle } from './_render-article.ts';

/** An article in a feed; `html` is its complete text, with absolute addresses. */
export type FeedEntry = {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly html: string;
};

/** How many articles a feed has: readers ask for it every hour, and an article in it is about 30 kB. */
const mostEntries = 40;

/** The newest articles, newest first; of articles of the same day, the last in reading order first. */
export async function listFeedEntries(site: URL): Promise<readonly FeedEntry[]> {
  const articles = (await getCollection('articles'))
    .sort((a, b) => b.data.published.localeCompare(a.data.published) || b.data.order - a.data.order)
    .slice(0, mostEntries);
  return Promise.all(
    articles.map(async (article) => {
      const { title, claim, published, sources } = article.data;
      const address = new URL(href(`articles/${article.id}/`), site).href;
      const list = sources.map(({ text, url }) =>
        url === undefined
          ? `<li>${escapeXml(text)}</li>`
          : `<li><a href="${escapeXml(url)}">${escapeXml(text)}</a></li>`,
      );
      const html = `${await renderArticle(article)}<h2>Sources</h2><ol>${list.join('')}</ol>`;
      return {
        address,
        title: removeBackticks(title),
        summary: removeBackticks(claim),
        published: `${published}T00:00:00Z`,
        html: makeAbsolute(html, address),
      };
    }),
  );
}

/** Feed readers show the text on their own pages, where a relative address leads nowhere. */
export function makeAbsolute(html: string, address: string): string {
  return html.replace(
    /(\s(?:href|src)=")([^"]*)"/g,
    (_, start: string, target: string) => `${start}${new URL(target, address).href}"`,
  );
}

/** Escapes text for XML, as content and as an attribute's value. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
