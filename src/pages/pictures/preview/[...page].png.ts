import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { listShown } from '../../../build/demos/find-shown.ts';
import type { StoredDemo } from '../../../build/demos/demo.ts';
import { readDemo } from '../../../build/demos/run-files.ts';
import { digestText } from '../../../build/cache/digest-text.ts';
import { removeBackticks } from '../../../markdown/inline-code.ts';
import { drawPreview } from '../../_draw-preview.ts';

/** A page's picture shows the run of its first demo, or a sentence. */
type Preview = { readonly page: string; readonly title: string; readonly shown: StoredDemo | string };

export async function getStaticPaths(): Promise<{ params: { page: string }; props: Preview; cacheKey: string }[]> {
  const demos = (await getCollection('demos')).map(({ data }) => data as StoredDemo);
  const byArticle = Map.groupBy(demos, ({ article }) => article);
  const articles = (await getCollection('articles')).map(({ id, data, body = '' }): Preview => {
    const [first] = listShown(body, byArticle.get(id) ?? []);
    return { page: `articles/${id}`, title: data.title, shown: first ?? removeBackticks(data.claim) };
  });
  const peps = (await getCollection('peps')).map(({ data }): Preview => ({
    page: `peps/${data.number}`,
    title: `PEP ${data.number}: ${data.title}`,
    shown: removeBackticks(data.meaning),
  }));
  const hero = demos.find(({ id }) => id === 'pep-3156-asyncio/think');
  const gallery: Preview = {
    page: 'demos',
    title: 'All demos',
    shown: hero ?? 'Every program of the site with its drawn run: open one, step through it, change it.',
  };
  const site: Preview = {
    page: 'site',
    title: 'How Python functions learned to suspend',
    shown: hero ?? 'Every program runs in the page.',
  };
  return [...articles, ...peps, gallery, site].map((preview) => ({
    params: { page: preview.page },
    props: preview,
    cacheKey: digestText(JSON.stringify(preview)),
  }));
}

/** The picture that other sites show for a link to the page. */
export const GET: APIRoute = async ({ props }) => {
  const { title, shown } = props as Preview;
  const body =
    typeof shown === 'string'
      ? ({ kind: 'text', text: shown } as const)
      : ({ kind: 'run', trace: readDemo(shown).cpython } as const);
  const png = await drawPreview(removeBackticks(title), body);
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/png' } });
};
