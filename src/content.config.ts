import path from 'node:path';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { loadDemos } from './build/demos/load-demos.ts';
import { articleSchema } from './build/schemas/article.ts';
import { pepSchema } from './build/schemas/pep.ts';
import { librarySchema, releaseSchema, type ReleasesData } from './build/schemas/releases.ts';
import { snippetSchema, versionResultsSchema } from './build/schemas/snippet.ts';
import { termSchema } from './build/schemas/term.ts';

const history = (text: string): ReleasesData => parse(text) as ReleasesData;

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
  releases: defineCollection({
    loader: file('content/releases.yaml', {
      parser: (text) => Object.fromEntries(history(text).python.map((release) => [release.version, release])),
    }),
    schema: releaseSchema,
  }),
  libraries: defineCollection({
    loader: file('content/releases.yaml', {
      parser: (text) => Object.fromEntries(history(text).libraries.map((library) => [library.name, library])),
    }),
    schema: librarySchema,
  }),
  demos: defineCollection({ loader: loadDemos() }),
};
