import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { render, type CollectionEntry } from 'astro:content';
import { keep } from '../build/cache/keep.ts';
import FeedArticle from '../components/feed/FeedArticle.astro';
import { digestArticleText } from './_path-keys.ts';

let container: Promise<AstroContainer> | undefined;
const rendered = new Map<string, Promise<string>>();

/**
 * Renders an article's text as HTML that needs neither scripts nor styles, with links from the site's root: for feeds and for
 * search.
 */
export function renderArticle(article: CollectionEntry<'articles'>): Promise<string> {
  const key = `${article.id} ${String(article.digest)}`;
  const known = rendered.get(key) ?? findOrRender(article);
  if (import.meta.env.PROD) rendered.set(key, known);
  return known;
}

async function findOrRender(article: CollectionEntry<'articles'>): Promise<string> {
  return keep('article-text', [await digestArticleText(article)], () => renderAnew(article));
}

async function renderAnew(article: CollectionEntry<'articles'>): Promise<string> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  const { Content } = await render(article);
  const sourceIds = article.data.sources.map(({ id }) => id);
  const locals = { article: { slug: article.id, sourceIds } };
  return (await container).renderToString(FeedArticle, { props: { Content }, locals, partial: true });
}
