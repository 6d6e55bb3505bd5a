import type { APIRoute, GetStaticPaths } from 'astro';
import { digestText } from '../../build/cache/digest-text.ts';
import { rasterize } from '../_draw-preview.ts';

/** The baton on the site's background, with room around it, so that a system may cut it to its own shape. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#fbfaf7"/>
<g transform="translate(9.6 9.6) scale(1.2)" fill="none"><path d="M2 7h10M12 17h10" stroke="#8a8f99" stroke-width="4"/><path d="M12 2v20" stroke="#1a7f4b" stroke-width="3"/></g></svg>`;

export const getStaticPaths = (() =>
  ['180', '192', '512'].map((size) => ({ params: { size }, cacheKey: digestText(icon) }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const png = await rasterize(icon, Number(params['size']));
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/png' } });
};
