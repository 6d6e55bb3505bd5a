import { z } from 'astro/zod';
import { citation, isoDate, pythonVersion } from './shared.ts';

/** A Python of the story. */
export const releaseSchema = z.strictObject({
  version: pythonVersion,
  released: isoDate.optional(),
  /** For a release whose day is not certain or not reached yet: how to say it. */
  about: z.string().optional(),
  source: citation,
});

/** A library that suspended functions before the language did, or in its place. */
export const librarySchema = z.strictObject({
  name: z.string(),
  since: isoDate,
  what: z.string(),
  source: citation,
});

/** `content/releases.yaml`: the ruler of the history, and the libraries around the language. */
export const releasesSchema = z.strictObject({ python: z.array(releaseSchema), libraries: z.array(librarySchema) });

export type ReleaseData = z.infer<typeof releaseSchema>;
export type LibraryData = z.infer<typeof librarySchema>;

export type ReleasesData = z.infer<typeof releasesSchema>;
