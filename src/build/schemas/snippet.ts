import { z } from 'astro/zod';
import { pythonVersion } from './shared.ts';

/** The chapters of the page of versions, in its order. */
export const snippetAreas = {
  generators: 'Generators',
  expressions: 'Comprehensions and yield expressions',
  delegation: 'Delegation',
  syntax: 'Syntax of async and await',
  coroutines: 'Coroutine objects',
  'async-generators': 'Asynchronous generators',
  asyncio: 'asyncio',
} as const;

export type SnippetArea = keyof typeof snippetAreas;

/** A short program that tells Pythons apart: `content/versions/<id>.yaml`. */
export const snippetSchema = z.strictObject({
  /** What is tried, as a heading. */
  title: z.string().min(4).max(90),
  area: z.enum(Object.keys(snippetAreas) as [SnippetArea, ...SnippetArea[]]),
  /** The oldest Python on which it is worth a run. */
  since: pythonVersion.default('2.7'),
  /** PEPs of the story that decided it. */
  peps: z.array(z.int().positive()).default([]),
  /** Whether no Python can parse it, and that is what the row shows; otherwise a syntax error everywhere is a mistake. */
  refused: z.literal(true).optional(),
  /** What to see in the results, in two sentences. */
  says: z.string().min(20).max(240),
  code: z.string().min(5),
});

export type SnippetData = z.infer<typeof snippetSchema>;

/** What a short program did on one Python. */
export const snippetRunSchema = z.strictObject({
  /** What it printed, with the newlines. */
  printed: z.string(),
  /** Warnings with every filter open, such as `DeprecationWarning: …`, each once. */
  warnings: z.array(z.string()),
  /** The error that ended it, such as `SyntaxError: invalid syntax`; null if it ran to its end. */
  error: z.string().nullable(),
});

export type SnippetRun = z.infer<typeof snippetRunSchema>;

/** The same, stored: with the hash of the text that was run, by `hashProgram`. */
const snippetResultSchema = snippetRunSchema.extend({ program: z.string().regex(/^[0-9a-f]{12}$/) });

export type SnippetResult = z.infer<typeof snippetResultSchema>;

/** What one Python did with every snippet: `content/versions/results/<version>.json`, written by `npm run versions`. */
export const versionResultsSchema = z.strictObject({
  version: pythonVersion,
  /** The interpreter that ran them, such as `CPython 3.14.2 (Pyodide)`. */
  runtime: z.string().min(6),
  results: z.record(z.string(), snippetResultSchema),
});

export type VersionResults = z.infer<typeof versionResultsSchema>;
