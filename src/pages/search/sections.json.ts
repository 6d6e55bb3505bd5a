import type { APIRoute } from 'astro';
import { listSections } from '../_list-sections.ts';

/** What search looks through; fetched with the first search. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await listSections()), { headers: { 'content-type': 'application/json' } });
