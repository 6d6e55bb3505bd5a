import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content } from './load-content.ts';

/** Every source in an article's list is cited in its text or in one of its boxes, and is listed once. */
export function checkSourcesUsed({ articles }: Content): readonly Finding[] {
  return articles.flatMap((article) => {
    const { data, file, lineOf } = article;
    const used = new Set([
      ...listTags(article)
        .filter(({ name }) => name === 'Cite')
        .map(({ attributes }) => attributes.get('id')),
      ...[...data.changed, ...data.misconceptions].map(({ source }) => source),
    ]);
    const ids = data.sources.map(({ id }) => id);
    return ids.flatMap((id, index) => {
      const line = lineOf('sources', index, 'id') ?? 1;
      if (ids.indexOf(id) < index) {
        return [{ file, line, message: `Expected each source once, but "${id}" occurs twice`, fix: 'Merge the two.' }];
      }
      if (used.has(id)) return [];
      return [
        {
          file,
          line,
          message: `Expected every source to be cited, but nothing cites "${id}"`,
          fix: `Add <Cite id="${id}" /> after what it supports, or take the source out.`,
        },
      ];
    });
  });
}
