import { z } from 'astro/zod';
import { citation, pythonVersion, slug } from './shared.ts';

/** One term of the glossary: `content/glossary/<id>.yaml`. */
export const termSchema = z.strictObject({
  term: z.string().min(2),
  also: z.array(z.string()).default([]),
  /** Its meaning in two sentences, shown where an article uses the term. */
  short: z.string().min(20).max(420),
  /** Where to read on: articles by slug, or other places by address. */
  see: z
    .array(z.union([slug, citation], { error: 'Expected the slug of an article, or a place as {text, url}' }))
    .default([]),
  /** The first release of Python that has it. */
  python: pythonVersion.optional(),
  source: citation,
});

export type TermData = z.infer<typeof termSchema>;
