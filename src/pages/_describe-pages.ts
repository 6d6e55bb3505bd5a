import { contributors } from '../layouts/contributors.ts';
import type { LinkedData, LinkedNode } from '../layouts/linked-data.ts';
import type { ArticleData } from '../build/schemas/article.ts';
import type { PepData } from '../build/schemas/pep.ts';
import type { TermData } from '../build/schemas/term.ts';
import { removeBackticks } from '../markdown/inline-code.ts';

type Crumb = readonly [name: string, path: string];
/** The full address of a path of the site, such as `articles/`. */
type Address = (path: string) => string;

/** The home page: the site as a whole. */
export function describeSite(description: string, address: Address): LinkedData {
  return graph({ ...website(address), description, inLanguage: 'en' });
}

/**
 * An article with its way from the home page.
 *
 * @param changed the day of its last change, if known
 */
export function describeArticle(
  slug: string,
  data: ArticleData,
  changed: string | undefined,
  address: Address,
): LinkedData {
  const path = `articles/${slug}/`;
  return graph(
    {
      '@type': 'TechArticle',
      headline: removeBackticks(data.title),
      description: removeBackticks(data.claim),
      url: address(path),
      image: address(`pictures/preview/articles/${slug}.png`),
      inLanguage: 'en',
      datePublished: data.published,
      ...(changed === undefined ? {} : { dateModified: changed }),
      author:
        data.authors.length > 0
          ? data.authors.map((name) => ({ '@type': 'Person', name }))
          : { '@type': 'Organization', name: contributors },
      isPartOf: website(address),
      about: data.peps.map((number) => ({ '@type': 'TechArticle', name: `PEP ${number}`, url: address(pep(number)) })),
      citation: data.sources.map(({ text, url }) =>
        url === undefined ? text : { '@type': 'CreativeWork', name: text, url },
      ),
    },
    breadcrumbs(address, ['Articles', 'articles/'], [removeBackticks(data.title), path]),
  );
}

/** The page of a PEP: a page of the site about somebody else's proposal. */
export function describePep(data: PepData, address: Address): LinkedData {
  const path = pep(data.number);
  const name = `PEP ${data.number}: ${data.title}`;
  const [text] = data.source.filter(({ url }) => url?.includes(`pep-${String(data.number).padStart(4, '0')}`));
  return graph(
    {
      '@type': 'WebPage',
      name,
      description: removeBackticks(data.meaning),
      url: address(path),
      inLanguage: 'en',
      isPartOf: website(address),
      mainEntity: {
        '@type': 'TechArticle',
        name,
        dateCreated: data.created,
        creativeWorkStatus: data.status,
        author: data.authors.map((author) => ({ '@type': 'Person', name: author })),
        ...(text?.url === undefined ? {} : { url: text.url }),
      },
    },
    breadcrumbs(address, ['PEPs', 'peps/'], [name, path]),
  );
}

/** The glossary, each term with its anchor. */
export function describeGlossary(
  description: string,
  terms: readonly (Pick<TermData, 'term' | 'also' | 'short'> & { readonly id: string })[],
  address: Address,
): LinkedData {
  const url = address('glossary/');
  return graph(
    {
      '@type': 'DefinedTermSet',
      '@id': url,
      name: 'Glossary',
      description,
      url,
      inLanguage: 'en',
      isPartOf: website(address),
      hasDefinedTerm: terms.map(({ id, term, also, short }) => ({
        '@type': 'DefinedTerm',
        '@id': `${url}#${id}`,
        name: removeBackticks(term),
        ...(also.length === 0 ? {} : { alternateName: also.map(removeBackticks) }),
        description: removeBackticks(short),
        inDefinedTermSet: { '@id': url },
      })),
    },
    breadcrumbs(address, ['Glossary', 'glossary/']),
  );
}

function graph(...nodes: readonly LinkedNode[]): LinkedData {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function website(address: Address): LinkedNode {
  return { '@type': 'WebSite', '@id': address(''), name: 'Yieldpoint', url: address('') };
}

function breadcrumbs(address: Address, ...crumbs: readonly Crumb[]): LinkedNode {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [['Yieldpoint', ''] as const, ...crumbs].map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: address(path),
    })),
  };
}

function pep(number: number): string {
  return `peps/${number}/`;
}
