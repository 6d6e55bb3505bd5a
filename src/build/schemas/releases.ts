import { z } from 'astro/zod';
import { citation, isoDate, pythonVersion } from './shared.ts';

/** A Python release of the history. */
export const releaseSchema = z.strictObject({
  version: pythonVersion,
  released: isoDate.optional(),
  /** For a release whose day is uncertain or still to come: the words for it. */
  about: z.string().optional(),
  source: citation,
});

/** A library that had suspended functions before the language did, or that has its own. */
export const librarySchema = z.strictObject({
  name: z.string(),
  since: isoDate,
  what: z.string(),
  source: citation,
});

/** `content/releases.yaml`: the time scale of the history, and libraries beside the language. */
export const releasesSchema = z.strictObject({ python: z.array(releaseSchema), libraries: z.array(librarySchema) });

export type ReleaseData = z.infer<typeof releaseSchema>;
export type LibraryData = z.infer<typeof librarySchema>;

export type ReleasesData = z.infer<typeof releasesSchema>;
