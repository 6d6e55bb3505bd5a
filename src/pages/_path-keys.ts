import { getCollection, type CollectionEntry } from 'astro:content';
import { digestText } from '../build/cache/digest-text.ts';
import { findLastChange } from '../build/history/find-last-change.ts';

/*
 * Keys of pages for Astro's `incrementalBuild`: a page is taken over from the last build where its key is the same, so a key holds
 * everything of the content that the page shows. Code is not a part of it; `buildCache` sees to that.
 */

type Article = CollectionEntry<'articles'>;
type Entry = { readonly id: string; readonly digest?: string | number | undefined; readonly data: unknown };

/** What any article may show, whole: it is small, and seldom changed. */
const sharedCollections = ['glossary', 'peps', 'snippets', 'pythons'] as const;

/** Digests of what pages show beside an article's own text: what any may show, and each article's demos. */
type Beside = { readonly shared: string; readonly demos: ReadonlyMap<string, string> };

let beside: Promise<Beside> | undefined;

/** A key of an article's text with all that its components show of other entries. */
export async function textKey({ id, digest, data }: Article): Promise<string> {
  const { shared, demos } = await (beside ?? digestBeside());
  return digestText(digestEntries([{ id, digest, data }]), demos.get(id) ?? '', shared);
}

/** A key of an article's page: its text, the articles before and after it and the day of its last change. */
export async function articleKey(article: Article, neighbors: readonly (Article | undefined)[]): Promise<string> {
  const named = neighbors.map((neighbor) => (neighbor === undefined ? null : { id: neighbor.id, data: neighbor.data }));
  return digestText(await textKey(article), JSON.stringify([named, findLastChange(article.id) ?? null]));
}

/** A key of entries: of each the loader's digest, or its data where the loader makes none. */
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
