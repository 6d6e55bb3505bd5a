import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content } from './load-content.ts';

/** Whatever refutes a misconception can be visited: a demo that the article shows, or a program of the versions table. */
export function checkRefutations({ articles, ids }: Content): readonly Finding[] {
  return articles.flatMap((article) => {
    const shown = new Set(
      listTags(article)
        .filter(({ name }) => name === 'Demo')
        .map(({ attributes }) => attributes.get('name')),
    );
    return article.data.misconceptions.flatMap(({ demo, row }, index) => [
      ...(demo === undefined || shown.has(demo)
        ? []
        : [
            {
              file: article.file,
              line: article.lineOf('misconceptions', index, 'demo') ?? 1,
              message: `Field "misconceptions.${index}.demo": Expected a demo that this article shows, but got "${demo}"`,
              fix: `Correct the name, or show it with <Demo name="${demo}" />.`,
            },
          ]),
      ...(row === undefined || ids.snippets.has(row)
        ? []
        : [
            {
              file: article.file,
              line: article.lineOf('misconceptions', index, 'row') ?? 1,
              message: `Field "misconceptions.${index}.row": Expected a program of the table of versions, but got "${row}"`,
              fix: `Correct the name, or add content/versions/${row}.yaml and run npm run versions -- --write.`,
            },
          ]),
    ]);
  });
}
