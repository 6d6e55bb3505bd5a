import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import { readDemo } from '../../../build/demos/run-files.ts';
import { digestEntries } from '../../_path-keys.ts';
import { drawPicture } from '../../_draw-picture.ts';

export async function getStaticPaths(): Promise<
  { params: { article: string; name: string }; props: { demo: StoredDemo }; cacheKey: string }[]
> {
  const demos = await getCollection('demos');
  return demos.map((entry) => {
    const demo = entry.data as StoredDemo;
    const { article, name } = demo;
    return { params: { article, name }, props: { demo }, cacheKey: digestEntries([entry]) };
  });
}

/** A demo's drawn run as a picture, for feed readers. */
export const GET: APIRoute = ({ props }) =>
  new Response(drawPicture(readDemo((props as { demo: StoredDemo }).demo).cpython).svg, {
    headers: { 'content-type': 'image/svg+xml' },
  });
