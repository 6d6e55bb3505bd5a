import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import type { Demo } from '../../../demos/demo.ts';
import { drawRun } from '../../_draw-run.ts';

export async function getStaticPaths(): Promise<
  { params: { article: string; name: string }; props: { demo: Demo } }[]
> {
  const demos = await getCollection('demos');
  return demos.map(({ data }) => {
    const demo = data as Demo;
    return { params: { article: demo.article, name: demo.name }, props: { demo } };
  });
}

/** A demo's drawn run as a picture, for feed readers. */
export const GET: APIRoute = ({ props }) =>
  new Response(drawRun((props as { demo: Demo }).demo.trace).svg, { headers: { 'content-type': 'image/svg+xml' } });
