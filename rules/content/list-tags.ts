import type { MdxNode } from '../prose/read-mdx.ts';
import type { LoadedArticle } from './load-content.ts';

/** A component or HTML element in an article's text. */
export type Tag = {
  readonly name: string;
  /** The line in the file. */
  readonly line: number;
  /** The values; undefined for an expression and for an attribute without a value. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
};

/** Returns every tag of an article's text in order. Code does not count. */
export function listTags({ tree, bodyLine }: Pick<LoadedArticle, 'tree' | 'bodyLine'>): readonly Tag[] {
  return listNodes(tree)
    .filter(({ type }) => type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement')
    .map((node) => ({
      name: node.name ?? '',
      line: locateLine(node, bodyLine),
      attributes: new Map(
        (node.attributes ?? []).map(({ name = '', value }) => [name, typeof value === 'string' ? value : undefined]),
      ),
    }));
}

/** A node and everything inside it. */
export function listNodes(node: MdxNode): readonly MdxNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

/** The line of the file on which a node begins. */
export function locateLine({ position }: MdxNode, bodyLine: number): number {
  return bodyLine - 1 + (position?.start.line ?? 1);
}
