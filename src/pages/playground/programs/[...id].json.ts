import type { APIRoute } from 'astro';
import { readDemo } from '../../../build/demos/run-files.ts';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import type { StockProgram } from '../../../engine/share/stock-program.ts';
import { removeBackticks } from '../../../markdown/inline-code.ts';

export { getStaticPaths } from '../../demos/[...id].json.ts';

/** Both programs of a demo, each with its run, for the playground: what is opened there is drawn before anything runs. */
export const GET: APIRoute = ({ props }) => {
  const demo = readDemo((props as { demo: StoredDemo }).demo);
  const program: StockProgram = {
    title: removeBackticks(demo.front.title ?? demo.name),
    python: { source: demo.python.source.trimEnd(), trace: demo.cpython },
    typescript: { source: demo.typescript.source.trimEnd(), trace: demo.trace },
  };
  return new Response(JSON.stringify(program), { headers: { 'content-type': 'application/json' } });
};
