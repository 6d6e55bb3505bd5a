import { z } from 'astro/zod';
import { citation, isoDate, pythonVersion } from './shared.ts';

/** One PEP of the story: `content/peps/<number>.yaml`. */
export const pepSchema = z.strictObject({
  number: z.int().positive(),
  title: z.string().min(4),
  /** Two or three words for a drawing; the title is used if there are none. */
  label: z.string().min(2).max(24).optional(),
  authors: z.array(z.string().min(3)).min(1),
  created: isoDate,
  status: z.enum(['Final', 'Accepted', 'Draft', 'Deferred', 'Rejected', 'Withdrawn', 'Superseded']),
  /** The release it shipped in; absent where it never shipped. */
  python: pythonVersion.optional(),
  released: isoDate.optional(),
  /** What it added, or wanted to add, in one line. */
  meaning: z.string().min(10).max(200),
  /** What hurt before it. */
  before: z.string().min(10).max(500),
  added: z.array(z.string().min(2)).default([]),
  supersedes: z.array(z.int().positive()).default([]),
  source: z.array(citation).min(1),
});

export type PepData = z.infer<typeof pepSchema>;
