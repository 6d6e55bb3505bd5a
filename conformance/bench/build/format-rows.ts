import type { BuildCost } from './measure-build.ts';

/** Both builds of a site with this many articles. */
export type Row = {
  readonly site: string;
  readonly articles: number;
  readonly first: BuildCost;
  readonly second: BuildCost;
};

export const heading = [
  'site',
  'articles',
  'HTML pages',
  'first, s',
  'processor, s',
  'ms/article',
  'ms/page',
  'peak MB',
  'MB/article',
  'MB/page',
  'second, s',
  'processor, s',
  'peak MB',
  'first/second',
].join('\t');

/** A row under `heading`. */
export function formatRow({ site, articles, first, second }: Row): string {
  return [
    site,
    articles,
    first.pages,
    first.seconds.toFixed(1),
    first.processor.toFixed(1),
    ((first.seconds * 1000) / articles).toFixed(0),
    ((first.seconds * 1000) / first.pages).toFixed(0),
    first.memory.toFixed(0),
    (first.memory / articles).toFixed(1),
    (first.memory / first.pages).toFixed(1),
    second.seconds.toFixed(1),
    second.processor.toFixed(1),
    second.memory.toFixed(0),
    (first.seconds / second.seconds).toFixed(2),
  ].join('\t');
}

/** Returns what one more article costs in a first build, from each size to the next: every line is the same if growth is linear. */
export function formatGrowth(rows: readonly Row[]): string {
  const lines = [...Map.groupBy(rows, ({ site }) => site)].flatMap(([site, own]) =>
    own.slice(1).flatMap((row, index) => {
      const before = own[index];
      if (before === undefined) return [];
      const more = row.articles - before.articles;
      const each = (of: (cost: BuildCost) => number): number => (of(row.first) - of(before.first)) / more;
      return [
        [
          site,
          `${before.articles} → ${row.articles}`,
          (each(({ seconds }) => seconds) * 1000).toFixed(0),
          (each(({ processor }) => processor) * 1000).toFixed(0),
          each(({ memory }) => memory).toFixed(2),
        ].join('\t'),
      ];
    }),
  );
  return [['site', 'articles', 'ms for one more', 'ms of processor', 'MB for one more'].join('\t'), ...lines].join(
    '\n',
  );
}
