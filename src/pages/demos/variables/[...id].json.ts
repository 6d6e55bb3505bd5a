import type { APIRoute } from 'astro';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import { readDemo } from '../../../build/demos/run-files.ts';
import { splitVariables } from '../../../engine/trace/variables/split-variables.ts';

export { getStaticPaths } from '../[...id].json.ts';

/** The values of variables in a demo's run in CPython. The page does not have them until a reader steps through it. */
export const GET: APIRoute = ({ props }) => {
  const { cpython } = readDemo((props as { demo: StoredDemo }).demo);
  return new Response(JSON.stringify(splitVariables(cpython).variables), {
    headers: { 'content-type': 'application/json' },
  });
};
