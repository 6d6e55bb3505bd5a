import { getCollection } from 'astro:content';
import type { Section } from '../components/search/section.ts';
import { splitSections } from '../components/search/split-sections.ts';
import { renderArticle } from './_render-article.ts';

/** Everything that search can lead to: articles in their order of reading, then PEPs, then the glossary. */
export async function listSections(): Promise<readonly Section[]> {
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  const peps = (await getCollection('peps')).sort((a, b) => a.data.number - b.data.number);
  const terms = (await getCollection('glossary')).sort((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
  return [
    ...(await Promise.all(articles.map(listArticle))).flat(),
    ...peps.map(({ data: { number, title, meaning, before, added, authors } }) => ({
      kind: 'pep' as const,
      path: `peps/${number}/`,
      page: `PEP ${number}: ${title}`,
      title: '',
      text: plain([meaning, before, added.join(', '), authors.join(', ')].filter((part) => part !== '').join(' ')),
    })),
    ...terms.map(({ id, data: { term, also, short } }) => ({
      kind: 'glossary' as const,
      path: `glossary/#${id}`,
      page: 'Glossary',
      title: plain(term),
      text: plain([...(also.length > 0 ? [`Also: ${also.join(', ')}.`] : []), short].join(' ')),
    })),
  ];
}

type Article = Parameters<typeof renderArticle>[0];

async function listArticle(article: Article): Promise<readonly Section[]> {
  const { title, claim, question, misconceptions } = article.data;
  const base = { kind: 'article', path: `articles/${article.id}/`, page: plain(title) } as const;
  const sections = splitSections(await renderArticle(article)).map(({ anchor, title, text }) => ({
    ...base,
    path: anchor === '' ? base.path : `${base.path}#${anchor}`,
    title,
    text: anchor === '' ? `${plain(question)} ${plain(claim)} ${text}` : text,
  }));
  const refuted = misconceptions.map(({ says, truth }) => `“${plain(says)}” ${plain(truth)}`).join(' ');
  if (refuted === '') return sections;
  return [
    ...sections,
    { ...base, path: `${base.path}#misconceptions`, title: 'Often said, and not so', text: refuted },
  ];
}

function plain(text: string): string {
  return text.replaceAll('`', '').trim();
}
