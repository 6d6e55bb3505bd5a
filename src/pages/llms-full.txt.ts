import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { href } from '../layouts/href.ts';
import { splitSections } from '../engine/search/split-sections.ts';
import { renderArticle } from './_render-article.ts';

/** The text of all articles as plain text, section by section. */
export const GET: APIRoute = async ({ site }) => {
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  const texts = await Promise.all(
    articles.map(async (article) => {
      const { title, claim } = article.data;
      const sections = splitSections(await renderArticle(article)).map((section) =>
        section.title === '' ? section.text : `## ${section.title}\n\n${section.text}`,
      );
      const address = new URL(href(`articles/${article.id}/`), site).href;
      return [`# ${title}`, address, claim, ...sections].join('\n\n');
    }),
  );
  return new Response(`${texts.join('\n\n\n')}\n`);
};
