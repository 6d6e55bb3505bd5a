import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import type { StoredDemo } from '../../build/demos/demo.ts';
import { removeBackticks } from '../../markdown/inline-code.ts';
import { digestEntries } from '../_path-keys.ts';

/** Both programs of a demo as data, for links that contain only a change to one of them. */
export type StockPrograms = {
  readonly title: string;
  readonly typescript: string;
  readonly python: string;
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
  const { demo } = props as { demo: StoredDemo };
  const programs: StockPrograms = {
    title: removeBackticks(demo.front.title ?? demo.name),
    typescript: demo.typescript.source,
    python: demo.python.source,
  };
  return new Response(JSON.stringify(programs), { headers: { 'content-type': 'application/json' } });
};
