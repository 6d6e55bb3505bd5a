import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { isShownWhole } from '../../../demos/find-shown.ts';
import type { Demo } from '../../../demos/demo.ts';
import { digestText } from '../../../build-cache/digest-text.ts';
import { drawPreview, type PreviewBody } from '../../_draw-preview.ts';

type Preview = { readonly page: string; readonly title: string; readonly body: PreviewBody };

export async function getStaticPaths(): Promise<{ params: { page: string }; props: Preview; cacheKey: string }[]> {
  const demos = (await getCollection('demos')).map(({ data }) => data as Demo);
  const articles = (await getCollection('articles')).map(({ id, data, body = '' }): Preview => {
    const [first] = demos
      .filter(({ article, name }) => article === id && isShownWhole(body, name))
      .sort((a, b) => body.indexOf(`name="${a.name}"`) - body.indexOf(`name="${b.name}"`));
    return { page: `articles/${id}`, title: data.title, body: show(first, data.claim) };
  });
  const peps = (await getCollection('peps')).map(({ data }): Preview => ({
    page: `peps/${data.number}`,
    title: `PEP ${data.number}: ${data.title}`,
    body: show(undefined, data.meaning),
  }));
  const gallery: Preview = {
    page: 'demos',
    title: 'All demos',
    body: show(undefined, 'Every program of the site with its drawn run: open one, step through it, change it.'),
  };
  const site: Preview = {
    page: 'site',
    title: 'How Python functions learned to suspend',
    body: show(
      demos.find(({ id }) => id === 'pep-3156-asyncio/think'),
      'Every program runs in the page.',
    ),
  };
  return [...articles, ...peps, gallery, site].map((preview) => ({
    params: { page: preview.page },
    props: preview,
    cacheKey: digestText(JSON.stringify(preview)),
  }));
}

/** The picture that a link to the page shows elsewhere. */
export const GET: APIRoute = async ({ props }) => {
  const { title, body } = props as Preview;
  const png = await drawPreview(title.replaceAll('`', ''), body);
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/png' } });
};

function show(demo: Demo | undefined, otherwise: string): PreviewBody {
  return demo === undefined
    ? { kind: 'text', text: otherwise.replaceAll('`', '') }
    : { kind: 'run', trace: demo.trace };
}
