import { z } from 'astro/zod';
import { citation, isoDate, pythonVersion } from './shared.ts';

/** `content/releases.yaml`: the ruler of the history, and the libraries around the language. */
export const releasesSchema = z.strictObject({
  python: z.array(
    z.strictObject({
      version: pythonVersion,
      released: isoDate.optional(),
      /** For a release whose day is not certain or not reached yet: how to say it. */
      about: z.string().optional(),
      source: citation,
    }),
  ),
  libraries: z.array(
    z.strictObject({
      name: z.string(),
      since: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
      what: z.string(),
      source: citation,
    }),
  ),
});

export type ReleasesData = z.infer<typeof releasesSchema>;
