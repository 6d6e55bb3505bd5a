import { z } from 'astro/zod';
import { pythonVersion } from './shared.ts';

/** The chapters of the versions page, in order. */
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

/** A short program that behaves differently in different Pythons: `content/versions/<id>.yaml`. */
export const snippetSchema = z.strictObject({
  /** What is tried, as a heading. */
  title: z.string().min(4).max(90),
  area: z.enum(Object.keys(snippetAreas) as [SnippetArea, ...SnippetArea[]]),
  /** The oldest Python on which running it makes sense. */
  since: pythonVersion.default('2.7'),
  /** PEPs that decided its behavior. */
  peps: z.array(z.int().positive()).default([]),
  /** True if no Python can parse it and the row is about that. Otherwise a syntax error everywhere is a mistake. */
  refused: z.literal(true).optional(),
  /** What to see in the results, in two sentences. */
  says: z.string().min(20).max(240),
  code: z.string().min(5),
});

export type SnippetData = z.infer<typeof snippetSchema>;

/** What a short program did in one Python. */
export const snippetRunSchema = z.strictObject({
  /** Its output, with newlines. */
  printed: z.string(),
  /** Warnings with every filter open, such as `DeprecationWarning: …`, each once. */
  warnings: z.array(z.string()),
  /** The error that ended it, such as `SyntaxError: invalid syntax`; null if it ran to its end. */
  error: z.string().nullable(),
});

export type SnippetRun = z.infer<typeof snippetRunSchema>;

/** A stored result: with the hash of the text that was run, by `hashProgram`. */
const snippetResultSchema = snippetRunSchema.extend({ program: z.string().regex(/^[0-9a-f]{12}$/) });

export type SnippetResult = z.infer<typeof snippetResultSchema>;

/** What one Python did with every snippet: */
export const versionResultsSchema = z.strictObject({
  version: pythonVersion,
  /** The interpreter that ran them, */
  runtime: z.string().min(6),
  results: z.record(z.string(), snippetResultSchema),
});

export type VersionResults = z.infer<typeof versionResultsSchema>;
