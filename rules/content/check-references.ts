import type { Finding } from './finding.ts';
import { listTags } from './list-tags.ts';
import type { Content, Loaded, LoadedArticle } from './load-content.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

/** Everything that an article names exists: PEP records, glossary terms, its own sources. */
export function checkReferences(content: Content): readonly Finding[] {
  const peps = new Set([...content.ids.peps].map(Number));
  const { terms, snippets } = content.ids;
  const slugs = new Set([...content.ids.articles, ...content.planned]);
  return [
    ...content.articles.flatMap((article) => [
      ...unknownPeps(article, peps),
      ...unknownSources(article),
      ...unknownTags(article, 'Term', terms, (id) => ({
        message: `Expected a term of the glossary, but got "${id}"`,
        fix: `${suggestNearest(id, terms)}Correct the id, or add content/glossary/${id}.yaml.`,
      })),
      ...unknownTags(article, 'Version', snippets, (id) => ({
        message: `Expected a program of the table of versions, but got "${id}"`,
        fix: `${suggestNearest(id, snippets)}Correct the id, or add content/versions/${id}.yaml and run npm run versions -- --write.`,
      })),
      ...unknownTags(article, 'Cite', sourceIds(article), (id) => ({
        message: `Expected the id of one of this article’s sources, but got "${id}"`,
        fix: `${suggestNearest(id, sourceIds(article))}Correct the id, or add the source to the front matter.`,
      })),
    ]),
    ...content.snippets.flatMap((snippet) => unknownPeps(snippet, peps)),
    ...content.peps.flatMap(({ data, file, lineOf }) =>
      data.supersedes
        .filter((number) => !peps.has(number))
        .map((number) => ({
          file,
          line: lineOf('supersedes') ?? 1,
          message: `Field "supersedes": Expected PEPs with a record, but ${number} has none`,
          fix: `Add content/peps/${number}.yaml, or take the number out.`,
        })),
    ),
    ...content.terms.flatMap(({ data, file, lineOf }) =>
      data.see
        .filter((target) => typeof target === 'string')
        .filter((target) => !slugs.has(target))
        .map((target) => ({
          file,
          line: lineOf('see') ?? 1,
          message: `Field "see": Expected the slug of an article, but there is no "${target}"`,
          fix: `${suggestNearest(target, slugs)}Correct the slug, give {text, url}, or add the article to content/planned.yaml.`,
        })),
    ),
  ];
}

function sourceIds({ data }: Pick<LoadedArticle, 'data'>): ReadonlySet<string> {
  return new Set(data.sources.map(({ id }) => id));
}

function unknownPeps(
  { data, file, lineOf }: Loaded<{ readonly peps: readonly number[] }>,
  known: ReadonlySet<number>,
): Finding[] {
  return data.peps
    .filter((number) => !known.has(number))
    .map((number) => ({
      file,
      line: lineOf('peps') ?? 1,
      message: `Field "peps": Expected a PEP with a record, but ${number} has none`,
      fix: `Correct the number, or add content/peps/${number}.yaml.`,
    }));
}

function unknownSources({ data, file, lineOf }: LoadedArticle): Finding[] {
  const known = sourceIds({ data });
  return (['changed', 'misconceptions'] as const).flatMap((field) =>
    data[field].flatMap(({ source }, index) =>
      known.has(source)
        ? []
        : [
            {
              file,
              line: lineOf(field, index, 'source') ?? 1,
              message: `Field "${field}.${index}.source": Expected the id of one of this article’s sources, but got "${source}"`,
              fix: `${suggestNearest(source, known)}Correct the id, or add the source to the list.`,
            },
          ],
    ),
  );
}

function unknownTags(
  article: LoadedArticle,
  tag: string,
  known: ReadonlySet<string>,
  say: (id: string) => { message: string; fix: string },
): Finding[] {
  return listTags(article).flatMap(({ name, line, attributes }) => {
    const id = attributes.get('id');
    return name !== tag || id === undefined || known.has(id) ? [] : [{ file: article.file, line, ...say(id) }];
  });
}
