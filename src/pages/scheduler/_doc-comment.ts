import ts from 'typescript';

/** A doc comment taken apart. */
export type DocComment = { readonly paragraphs: readonly string[]; readonly throws: readonly string[] };

/** The doc comment of the first of several declarations of a name that has one. */
export function docComment(declarations: readonly ts.Node[]): DocComment {
  for (const declaration of declarations) {
    // A constant's comment stands before the whole statement.
    const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    const text = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.getText();
    if (text !== undefined) return parseDocComment(text);
  }
  return { paragraphs: [], throws: [] };
}

/** Takes `/** … *\/` apart; `@throws` may stand anywhere and reaches to the next one, or to the end. */
export function parseDocComment(text: string): DocComment {
  const plain = text
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .replace(/@internal/, '');
  const [body = '', ...throws] = plain.split(/@throws\s/);
  return { paragraphs: paragraphsOf(body), throws: throws.flatMap(paragraphsOf) };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
