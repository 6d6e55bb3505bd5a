import { getCollection, type CollectionEntry } from 'astro:content';

export type Article = CollectionEntry<'articles'>;

/** A part of the series that has articles; `part` counts from 1. */
export type SeriesPart = { readonly part: number; readonly title: string; readonly articles: readonly Article[] };

/** All articles, in reading order. */
export async function loadSeries(): Promise<readonly Article[]> {
  return (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
}

const titles = ['A function that can stop', 'The loop', 'Living with it'];

/** The articles by part, in order, without parts that do not have any yet. */
export function groupByPart(articles: readonly Article[]): readonly SeriesPart[] {
  return titles
    .map((title, index) => ({
      part: index + 1,
      title,
      articles: articles.filter(({ data }) => data.part === index + 1),
    }))
    .filter((part) => part.articles.length > 0);
}
