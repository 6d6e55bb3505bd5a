/** What the components inside an article's text must know of the article around them. */
export type ArticleContext = {
  readonly slug: string;
  readonly sourceIds: readonly string[];
};

/** The article being rendered; the page sets it before it renders the text. @throws outside an article */
export function articleContext(locals: { readonly article?: ArticleContext }): ArticleContext {
  if (locals.article === undefined) {
    throw new Error(
      'Expected this component inside an article, but no article is being rendered. Use it in an index.mdx.',
    );
  }
  return locals.article;
}

/** The place, from 1, of a source in the article's list. @throws if the article lists no such source */
export function sourceNumber(locals: { readonly article?: ArticleContext }, id: string): number {
  const { slug, sourceIds } = articleContext(locals);
  const index = sourceIds.indexOf(id);
  if (index < 0) {
    throw new Error(
      `content/articles/${slug}/index.mdx: Expected <Cite> to name one of ${sourceIds.join(', ')}, but got "${id}". Add the source to the front matter.`,
    );
  }
  return index + 1;
}
