import path from 'node:path';
import type { APIRoute } from 'astro';
import { keep } from '../build/cache/keep.ts';

/** The declarations that the editor checks programs against; its worker fetches them when a reader edits. */
export const GET: APIRoute = async () => {
  const libraries = await keep('typescript-libraries', [], async () => {
    // TypeScript itself is loaded only if they have to be made.
    const { loadLibraries } = await import('../build/sandbox/load-libraries.ts');
    return JSON.stringify(loadLibraries(path.resolve('.')));
  });
  return new Response(libraries, { headers: { 'content-type': 'application/json' } });
};
