import ts from 'typescript';

/** The parts of a doc comment. */
export type DocComment = {
  readonly paragraphs: readonly string[];
  readonly throws: readonly string[];
  /** The equivalent in Python: a PEP, a function. */
  readonly see: readonly string[];
};

/** Returns the doc comment of the first declaration of a name that has one. */
export function readDocComment(declarations: readonly ts.Node[]): DocComment {
  for (const declaration of declarations) {
    // The comment of a constant is before the whole statement.
    const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    const text = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.getText();
    if (text !== undefined) return parseDocComment(text);
  }
  return { paragraphs: [], throws: [], see: [] };
}

/** Splits `/** … *\/` into its parts. `@throws` and `@see` may be anywhere and extend to the next one, or to the end. */
export function parseDocComment(text: string): DocComment {
  const plain = text
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .replace(/@internal/, '');
  const [body = '', ...tags] = plain.split(/(?=@(?:throws|see)\s)/);
  const textsOf = (tag: string): string[] =>
    tags.filter((text) => text.startsWith(tag)).flatMap((text) => paragraphsOf(text.slice(tag.length)));
  return { paragraphs: paragraphsOf(body), throws: textsOf('@throws'), see: textsOf('@see') };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
