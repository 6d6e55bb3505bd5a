import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';
import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content, LoadedArticle } from './load-content.ts';

/**
 * Every misconception says what refutes it, and a reader can go there: a demo that an article shows, or a program of the versions table.
 * Where no run can show it, the entry says why.
 */
export function checkRefutations({ articles, ids }: Content): readonly Finding[] {
  const shown = new Map(articles.map((article) => [article.id, listShown(article)]));
  const listed = [...shown].flatMap(([id, names]) => [...names].map((name) => `${id}/${name}`));
  return articles.flatMap((article) =>
    article.data.misconceptions.flatMap(({ demo, row, unshown }, index) => {
      const finding = (field: string, message: string, fix: string): Finding => ({
        file: article.file,
        line: article.lineOf('misconceptions', index, field) ?? article.lineOf('misconceptions', index) ?? 1,
        message: `Field "misconceptions.${index}${field === '' ? '' : `.${field}`}": ${message}`,
        fix,
      });
      const isShown = demo !== undefined || row !== undefined;
      const [name = '', other] = (demo ?? '').split('/').reverse();
      return [
        ...(isShown || unshown !== undefined
          ? []
          : [
              finding(
                '',
                'Expected what refutes it, but found neither "demo" nor "row"',
                'Add demo: with a demo that shows it, row: with a program of content/versions, or unshown: with the reason why no run can show it.',
              ),
            ]),
        ...(isShown && unshown !== undefined
          ? [
              finding(
                'unshown',
                'Expected no reason why no run shows it, because a run is named that does',
                'Remove unshown.',
              ),
            ]
          : []),
        ...(demo === undefined || shown.get(other ?? article.id)?.has(name) === true
          ? []
          : [
              finding(
                'demo',
                `Expected a demo that ${other === undefined ? 'this article' : `the article ${other}`} shows, but got "${demo}"`,
                `${suggestNearest(demo, other === undefined ? (shown.get(article.id) ?? []) : listed)}Correct the name, or show it with <Demo name="${name}" />.`,
              ),
            ]),
        ...(row === undefined || ids.snippets.has(row)
          ? []
          : [
              finding(
                'row',
                `Expected a program of the table of versions, but got "${row}"`,
                `${suggestNearest(row, ids.snippets)}Correct the name, or add content/versions/${row}.yaml and run npm run versions -- --write.`,
              ),
            ]),
      ];
    }),
  );
}

function listShown(article: LoadedArticle): ReadonlySet<string> {
  const demos = listTags(article).filter(({ name }) => name === 'Demo');
  return new Set(demos.flatMap(({ attributes }) => attributes.get('name') ?? []));
}
