import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { loadDemos } from './demos/load-demos.ts';
import { articleSchema } from './schemas/article.ts';
import { pepSchema } from './schemas/pep.ts';
import { snippetSchema, versionResultsSchema } from './schemas/snippet.ts';
import { termSchema } from './schemas/term.ts';

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*/index.mdx' }),
    schema: articleSchema,
  }),
  peps: defineCollection({ loader: glob({ base: './content/peps', pattern: '*.yaml' }), schema: pepSchema }),
  glossary: defineCollection({ loader: glob({ base: './content/glossary', pattern: '*.yaml' }), schema: termSchema }),
  snippets: defineCollection({
    loader: glob({ base: './content/versions', pattern: '*.yaml' }),
    schema: snippetSchema,
  }),
  pythons: defineCollection({
    loader: glob({
      base: './content/versions/results',
      pattern: '*.json',
      generateId: ({ entry }) => path.basename(entry, '.json'),
    }),
    schema: versionResultsSchema,
  }),
  demos: defineCollection({ loader: loadDemos() }),
};
