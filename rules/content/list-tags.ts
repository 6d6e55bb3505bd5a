import type { MdxNode } from '../prose/read-mdx.ts';
import type { LoadedArticle } from './load-content.ts';

/** A component or HTML element in an article's text. */
export type Tag = {
  readonly name: string;
  /** Of the file. */
  readonly line: number;
  /** The values; undefined for an expression and for an attribute without a value. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
};

/** Every tag of an article's text in its order; what stands in code is none. */
export function listTags({ tree, bodyLine }: Pick<LoadedArticle, 'tree' | 'bodyLine'>): readonly Tag[] {
  return listNodes(tree)
    .filter(({ type }) => type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement')
    .map((node) => ({
      name: node.name ?? '',
      line: lineOf(node, bodyLine),
      attributes: new Map(
        (node.attributes ?? []).map(({ name = '', value }) => [name, typeof value === 'string' ? value : undefined]),
      ),
    }));
}

/** A node and all that is in it. */
export function listNodes(node: MdxNode): readonly MdxNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

/** The line of the file at which a node begins. */
export function lineOf({ position }: MdxNode, bodyLine: number): number {
  return bodyLine - 1 + (position?.start.line ?? 1);
}
