import type { APIRoute } from 'astro';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import { readDemo } from '../../../build/demos/run-files.ts';
import { splitVariables } from '../../../engine/trace/variables/split-variables.ts';

export { getStaticPaths } from '../[...id].json.ts';

/** What the variables of a demo's run in CPython held, which its page does without until a reader steps through it. */
export const GET: APIRoute = ({ props }) => {
  const { cpython } = readDemo((props as { demo: StoredDemo }).demo);
  return new Response(JSON.stringify(splitVariables(cpython).variables), {
    headers: { 'content-type': 'application/json' },
  });
};
