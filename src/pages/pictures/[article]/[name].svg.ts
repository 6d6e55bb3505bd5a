import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import type { Demo } from '../../../demos/demo.ts';
import { digestEntries } from '../../_path-keys.ts';
import { drawRun } from '../../_draw-run.ts';

export async function getStaticPaths(): Promise<
  { params: { article: string; name: string }; props: { demo: Demo }; cacheKey: string }[]
> {
  const demos = await getCollection('demos');
  return demos.map((entry) => {
    const demo = entry.data as Demo;
    const { article, name } = demo;
    return { params: { article, name }, props: { demo }, cacheKey: digestEntries([entry]) };
  });
}

/** A demo's drawn run as a picture, for feed readers. */
export const GET: APIRoute = ({ props }) =>
  new Response(drawRun((props as { demo: Demo }).demo.trace).svg, { headers: { 'content-type': 'image/svg+xml' } });
