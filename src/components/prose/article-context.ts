/** What the components inside an article's text need to know about the article. */
export type ArticleContext = {
  readonly slug: string;
  readonly sourceIds: readonly string[];
  /** How often each source has been cited so far; this counts while the text is rendered. */
  readonly cited?: Map<string, number>;
};

/** The article being rendered; the page sets it before it renders the text. @throws outside an article */
export function requireArticle(locals: { readonly article?: ArticleContext }): ArticleContext {
  if (locals.article === undefined) {
    throw new Error(
      'Expected this component inside an article, but no article is being rendered. Use it in an index.mdx.',
    );
  }
  return locals.article;
}

/** Returns the position, from 1, of a source in the article's list. */
export function findSourceNumber(locals: { readonly article?: ArticleContext }, id: string): number {
  const { slug, sourceIds } = requireArticle(locals);
  const index = sourceIds.indexOf(id);
  if (index < 0) {
    throw new Error(
      `content/articles/${slug}/index.mdx: Expected <Cite> to name one of ${sourceIds.join(', ')}, but got "${id}". Add the source to the front matter.`,
    );
  }
  return index + 1;
}

/** Returns the id of the next place in the text that cites this source: `cite-pep-492-2`. Sources link back to it. */
export function addCitation(locals: { readonly article?: ArticleContext }, id: string): string {
  const { cited } = requireArticle(locals);
  const count = (cited?.get(id) ?? 0) + 1;
  cited?.set(id, count);
  return nameCitation(id, count);
}

/** The id of the place where the text cites a source for the `count`th time, from 1. */
export function nameCitation(id: string, count: number): string {
  return `cite-${id}-${count}`;
}

/** How often an article's text cites a source. */
export function countCitations(body: string, id: string): number {
  return body.split(`<Cite id="${id}"`).length - 1;
}
