import { getCollection } from 'astro:content';
import type { Section } from '../engine/search/section.ts';
import { splitSections } from '../engine/search/split-sections.ts';
import { curlQuotes } from '../markdown/curl-quotes.ts';
import { removeBackticks } from '../markdown/inline-code.ts';
import { renderArticle } from './_render-article.ts';

/** Everything that search can lead to: articles in reading order, then PEPs, then the glossary. */
export async function listSections(): Promise<readonly Section[]> {
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  const peps = (await getCollection('peps')).sort((a, b) => a.data.number - b.data.number);
  const terms = (await getCollection('glossary')).sort((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
  return [
    ...(await Promise.all(articles.map(listArticle))).flat(),
    ...peps.map(({ data: { number, title, meaning, before, added, authors } }) => ({
      kind: 'pep' as const,
      path: `peps/${number}/`,
      page: `PEP ${number}: ${curlQuotes(title)}`,
      title: '',
      text: removeBackticks(
        [meaning, before, added.join(', '), authors.join(', ')].filter((part) => part !== '').join(' '),
      ),
    })),
    ...terms.map(({ id, data: { term, also, short } }) => ({
      kind: 'glossary' as const,
      path: `glossary/#${id}`,
      page: 'Glossary',
      title: removeBackticks(term),
      text: removeBackticks([...(also.length > 0 ? [`Also: ${also.join(', ')}.`] : []), short].join(' ')),
    })),
  ];
}

type Article = Parameters<typeof renderArticle>[0];

async function listArticle(article: Article): Promise<readonly Section[]> {
  const { title, claim, question, misconceptions } = article.data;
  const base = { kind: 'article', path: `articles/${article.id}/`, page: removeBackticks(title) } as const;
  const sections = splitSections(await renderArticle(article)).map(({ anchor, title, text }) => ({
    ...base,
    path: anchor === '' ? base.path : `${base.path}#${anchor}`,
    title,
    text: anchor === '' ? `${removeBackticks(question)} ${removeBackticks(claim)} ${text}` : text,
  }));
  const refuted = misconceptions
    .map(({ says, truth }) => `“${removeBackticks(says)}” ${removeBackticks(truth)}`)
    .join(' ');
  if (refuted === '') return sections;
  return [
    ...sections,
    { ...base, path: `${base.path}#misconceptions`, title: 'Often said, but not true', text: refuted },
  ];
}
