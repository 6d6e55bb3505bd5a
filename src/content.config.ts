import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { loadDemos } from './demos/load-demos.ts';
import { articleSchema } from './schemas/article.ts';
import { pepSchema } from './schemas/pep.ts';
import { termSchema } from './schemas/term.ts';

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*/index.mdx' }),
    schema: articleSchema,
  }),
  peps: defineCollection({ loader: glob({ base: './content/peps', pattern: '*.yaml' }), schema: pepSchema }),
  glossary: defineCollection({ loader: glob({ base: './content/glossary', pattern: '*.yaml' }), schema: termSchema }),
  demos: defineCollection({ loader: loadDemos() }),
};
