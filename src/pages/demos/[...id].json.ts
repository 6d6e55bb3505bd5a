import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import type { Trace } from '../../engine/trace/event/events.ts';
import type { StoredDemo } from '../../build/demos/demo.ts';
import { readDemo } from '../../build/demos/run-files.ts';
import { splitVariables } from '../../engine/trace/variables/split-variables.ts';
import { plainText } from '../../markdown/inline-code.ts';
import { digestEntries } from '../_path-keys.ts';

/**
 * Both programs of a demo as data, for links that carry only a change of them, and the run in CPython, to compare with. What its
 * variables held is not compared, and left out.
 */
export type StockPrograms = {
  readonly title: string;
  readonly typescript: string;
  readonly python: string;
  readonly cpython: Trace;
};

export async function getStaticPaths(): Promise<
  { params: { id: string }; props: { demo: StoredDemo }; cacheKey: string }[]
> {
  const demos = await getCollection('demos');
  return demos.map((entry) => ({
    params: { id: entry.id },
    props: { demo: entry.data as StoredDemo },
    cacheKey: digestEntries([entry]),
  }));
}

export const GET: APIRoute = ({ props }) => {
  const demo = readDemo((props as { demo: StoredDemo }).demo);
  const programs: StockPrograms = {
    title: plainText(demo.front.title ?? demo.name),
    typescript: demo.typescript.source,
    python: demo.python.source,
    cpython: splitVariables(demo.cpython).trace,
  };
  return new Response(JSON.stringify(programs), { headers: { 'content-type': 'application/json' } });
};
