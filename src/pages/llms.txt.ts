import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { href } from '../layouts/href.ts';

/** What the site contains, as plain text with links, for language models (llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  const link = (path: string): string => new URL(href(path), site).href;
  const text = `# Yieldpoint

> How Python functions learned to suspend, from PEP 255 (2001) to PEP 530 (2016). Every program is run, in TypeScript and in CPython 3.14; both print the same, or the page says where they differ.

## Articles, in the order of reading

${articles.map(({ id, data }) => `- [${data.title}](${link(`articles/${id}/`)}): ${data.claim}`).join('\n')}

## Optional

- [Everything with all sections](${link('search/')})
- [The PEPs, with dates and what became of them](${link('peps/')})
- [Glossary](${link('glossary/')})
- [Often said, but not true](${link('misconceptions/')})
- [What each Python does: short programs run on every version](${link('versions/')})
- [The articles' whole text](${link('llms-full.txt')})
- [Reference of the scheduler](${link('scheduler/')})
`;
  return new Response(text);
};
