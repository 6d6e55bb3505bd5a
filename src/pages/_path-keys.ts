import { getCollection, type CollectionEntry } from 'astro:content';
import { digestText } from '../build/cache/digest-text.ts';
import { findLastChange } from '../build/history/find-last-change.ts';

/*
 * Keys of pages for Astro's `incrementalBuild`: a page is reused from the last build if its key is the same, so a key must cover
 * all content that the page shows. It does not cover code; `buildCache` handles that.
 */

type Article = CollectionEntry<'articles'>;
type Entry = { readonly id: string; readonly digest?: string | number | undefined; readonly data: unknown };

/** Content that any article may show, taken as a whole: it is small and seldom changes. */
const sharedCollections = ['glossary', 'peps', 'snippets', 'pythons'] as const;

/** Digests of what pages show besides an article's own text: content that any page may show, and each article's demos. */
type Beside = { readonly shared: string; readonly demos: ReadonlyMap<string, string> };

let beside: Promise<Beside> | undefined;

/** A key of an article's text with everything that its components show from other entries. */
export async function digestArticleText({ id, digest, data }: Article): Promise<string> {
  const { shared, demos } = await (beside ?? digestBeside());
  return digestText(digestEntries([{ id, digest, data }]), demos.get(id) ?? '', shared);
}

/** A key of an article's page: its text, the articles before and after it and the day of its last change. */
export async function digestArticle(article: Article, neighbors: readonly (Article | undefined)[]): Promise<string> {
  const named = neighbors.map((neighbor) => (neighbor === undefined ? null : { id: neighbor.id, data: neighbor.data }));
  return digestText(await digestArticleText(article), JSON.stringify([named, findLastChange(article.id) ?? null]));
}

/** A key of entries: for each the loader's digest, or its data if the loader makes none. */
export function digestEntries(entries: readonly Entry[]): string {
  return digestText(...entries.flatMap(({ id, digest, data }) => [id, String(digest ?? JSON.stringify(data))]));
}

function digestBeside(): Promise<Beside> {
  const digest = Promise.all(sharedCollections.map(async (name) => digestEntries(await getCollection(name)))).then(
    async (digests) => {
      const byArticle = Map.groupBy(await getCollection('demos'), ({ id }) => id.split('/')[0] ?? '');
      const demos = new Map([...byArticle].map(([slug, entries]) => [slug, digestEntries(entries)]));
      return { shared: digestText(...digests), demos };
    },
  );
  // In dev the collections change while the server runs.
  if (import.meta.env.PROD) beside = digest;
  return digest;
}
