import type { APIRoute } from 'astro';
import { listSections } from '../_list-sections.ts';

/** The index of search; fetched with the first search. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await listSections()), { headers: { 'content-type': 'application/json' } });
