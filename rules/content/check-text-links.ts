import { existsSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { MdxNode } from '../prose/read-mdx.ts';
import { listHeadings } from './check-headings.ts';
import type { Finding } from './finding.ts';
import { locateLine, listNodes, listTags } from './list-tags.ts';
import type { Content, LoadedArticle } from './load-content.ts';
import { suggestNearest } from '../../src/engine/page/suggest-nearest.ts';

/**
 * Links in an article's text have a target, below any base address, and a picture exists and has a text. Links to pages that are
 * not articles are checked in the built site.
 */
export function checkTextLinks(root: string, content: Content): readonly Finding[] {
  const anchors = new Map(content.articles.map((article) => [article.id, listAnchors(article)]));
  return content.articles.flatMap((article) => {
    const { id, file, bodyLine, tree } = article;
    return listNodes(tree).flatMap((node) => {
      const line = locateLine(node, bodyLine);
      const found =
        node.type === 'link'
          ? checkLink(node.url ?? '', id, content, anchors)
          : node.type === 'image'
            ? checkImage(root, id, node)
            : undefined;
      return found === undefined ? [] : [{ file, line, ...found }];
    });
  });
}

type Fault = Pick<Finding, 'message' | 'fix'>;

function checkLink(
  url: string,
  from: string,
  { ids }: Content,
  anchorsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Fault | undefined {
  const own = /^(?:https?:\/\/(?:www\.)?yieldpoint\.dev)?\/(?!\/)(.*)$/.exec(url)?.[1];
  if (own !== undefined) {
    const slug = /^articles\/([^/#]+)/.exec(own)?.[1];
    if (slug !== undefined && !ids.articles.has(slug)) {
      return {
        message: `Expected a relative link to an article, but got "${url}", and there is no article "${slug}"`,
        fix: `${suggestNearest(slug, ids.articles)}Write "../", the slug and "/"; there are ${[...ids.articles].join(', ')}.`,
      };
    }
    const relative = slug === undefined ? `../../${own}` : `../${own.slice('articles/'.length)}`;
    return {
      message: `Expected a relative link to this site’s own pages, but got "${url}"`,
      fix: `Write "${relative}"; the site may be hosted below another address.`,
    };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return /^https:/i.test(url)
      ? undefined
      : { message: `Expected a link with https, but got "${url}"`, fix: 'Correct the address.' };
  }
  const [, slug = '', anchor = ''] = /^(?:\.\.\/([^/#]+)\/?)?(?:#(.*))?$/.exec(url) ?? [];
  if (slug === '' && anchor === '') return undefined;
  const target = slug === '' ? from : slug;
  if (!ids.articles.has(target)) {
    return {
      message: `Expected the slug of an article, but there is no "${target}"`,
      fix: `${suggestNearest(target, ids.articles)}Correct the link; there are ${[...ids.articles].join(', ')}.`,
    };
  }
  const known = anchorsOf.get(target);
  // A broken article has its own finding. A colon or a dot is the address of a demo's step or of a shared program.
  if (anchor === '' || known === undefined || /[:.]/.test(anchor) || known.has(decodeURIComponent(anchor)))
    return undefined;
  const anchors = [...known].filter((name) => !name.startsWith('source-'));
  return {
    message: `Expected a heading or demo of ${target} with the anchor "${anchor}", but there is none`,
    fix: `${suggestNearest(anchor, anchors)}Correct the anchor; there are ${anchors.join(', ')}.`,
  };
}

function checkImage(root: string, slug: string, { url = '', alt }: MdxNode): Fault | undefined {
  if ((alt ?? '').trim() === '') {
    return {
      message: `Expected a picture to have a text, but ${url} has none`,
      fix: 'Say between the brackets what it shows, for a reader who does not see it.',
    };
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    return {
      message: `Expected a picture of this site, but got "${url}"`,
      fix: 'Put the file beside index.mdx and write "./name.png"; the site asks no other host for anything.',
    };
  }
  const file = url.startsWith('/') ? path.join(root, 'public', url) : path.join(root, 'content/articles', slug, url);
  if (existsSync(file)) return undefined;
  return {
    message: `Expected the picture ${path.relative(root, file)}, but there is no such file`,
    fix: 'Correct its name, or add the file.',
  };
}

/** What a link to an article may name: headings, demos, sources. */
function listAnchors(article: LoadedArticle): ReadonlySet<string> {
  const { data } = article;
  const slugger = new GithubSlugger();
  return new Set([
    ...listHeadings(article).map(({ text }) => slugger.slug(text)),
    ...listTags(article).flatMap(({ name, attributes }) => (name === 'Demo' ? (attributes.get('name') ?? []) : [])),
    ...data.sources.map(({ id }) => `source-${id}`),
  ]);
}
