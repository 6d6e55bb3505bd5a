import type { APIRoute } from 'astro';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import { readDemo } from '../../../build/demos/run-files.ts';
import { addNames } from '../../../engine/trace/variables/add-names.ts';

export { getStaticPaths } from '../[...id].json.ts';

/**
 * The run of a demo's TypeScript program, with its variables: a page has only the run in CPython until a reader asks for this one.
 */
export const GET: APIRoute = ({ props }) => {
  const { trace } = readDemo((props as { demo: StoredDemo }).demo);
  return new Response(JSON.stringify(addNames(trace)), { headers: { 'content-type': 'application/json' } });
};
