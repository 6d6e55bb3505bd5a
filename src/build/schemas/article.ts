import { z } from 'astro/zod';
import { citation, isoDate, pythonVersion, slug } from './shared.ts';

const sentence = z
  .string()
  .min(20)
  .max(260)
  .regex(/[.?]$/, 'Expected a sentence that ends with a period or a question mark');

const demoName = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/,
    'Expected the name of a demo such as think, or with its article: how-await-works/slow-page',
  );

/** Front matter of `content/articles/<slug>/index.mdx`. */
export const articleSchema = z.strictObject({
  title: z.string().min(4).max(80),
  /** What the reader can do at the end: the one line between the title and the text. */
  claim: sentence
    .max(180)
    .regex(
      /^By the end you can /,
      'Expected a sentence that begins with "By the end you can", and then says what the reader can do',
    ),
  /** The question this article answers, in the words in which the article before it left the question open. */
  question: sentence,
  /** The question it leaves for the next article. */
  next: sentence,
  part: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'Expected part 1, 2 or 3 of the series' }),
  /** Position in the reading order; gaps leave room for new articles. */
  order: z.int().positive(),
  /** PEPs the article is about; the first is shown as its card. */
  peps: z.array(z.int().positive()).min(1),
  published: isoDate,
  /** The authors, under the names they want to be shown by. Without any, the article is by Yieldpoint's contributors. */
  authors: z.array(z.string().min(2)).default([]),
  /** The "what changed in the language" box. */
  changed: z
    .array(
      z.strictObject({
        what: z.string().min(3),
        kind: z.enum(['syntax', 'method', 'grammar', 'module', 'behavior', 'removal']),
        version: pythonVersion,
        source: z.string(),
      }),
    )
    .min(1),
  misconceptions: z
    .array(
      z.strictObject({
        says: z.string().min(10),
        truth: z.string().min(10),
        source: z.string(),
        /** The demo whose run shows it: of this article, or of another one, as in `how-await-works/slow-page`. */
        demo: demoName.optional(),
        /** The program of the versions table that shows it. */
        row: slug.optional(),
        /** Why no run shows it, as the end of "No run shows this: …." */
        unshown: z.string().min(10).max(120).regex(/[^.]$/, 'Expected words without a period at their end').optional(),
      }),
    )
    .default([]),
  sources: z.array(citation.extend({ id: slug, supports: z.string().min(5) })).min(1),
});

export type ArticleData = z.infer<typeof articleSchema>;
