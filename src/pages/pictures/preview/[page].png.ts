import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { isShownWhole } from '../../../demos/find-shown.ts';
import type { Demo } from '../../../demos/demo.ts';
import { drawPreview } from '../../_draw-preview.ts';

type Props = { readonly title: string; readonly demo: Demo };

export async function getStaticPaths(): Promise<{ params: { page: string }; props: Props }[]> {
  const demos = (await getCollection('demos')).map(({ data }) => data as Demo);
  const articles = await getCollection('articles');
  const pages = articles.flatMap(({ id, data, body = '' }) => {
    const shown = demos
      .filter(({ article, name }) => article === id && isShownWhole(body, name))
      .sort((a, b) => body.indexOf(`name="${a.name}"`) - body.indexOf(`name="${b.name}"`));
    const [demo] = shown;
    return demo === undefined ? [] : [{ page: id, title: data.title.replaceAll('`', ''), demo }];
  });
  const hero = demos.find(({ id }) => id === 'pep-3156-asyncio/think');
  const site =
    hero === undefined ? [] : [{ page: 'site', title: 'How Python functions learned to suspend', demo: hero }];
  return [...pages, ...site].map(({ page, ...props }) => ({ params: { page }, props }));
}

/** The picture that a link to the page shows elsewhere. */
export const GET: APIRoute = async ({ props }) => {
  const { title, demo } = props as Props;
  const png = await drawPreview(title, demo.trace);
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/png' } });
};
