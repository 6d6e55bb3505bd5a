import ts from 'typescript';

/** Returns the file with statements added at its beginning, after directives such as `"use strict"`. */
export function insertAfterPrologue(
  factory: ts.NodeFactory,
  file: ts.SourceFile,
  added: readonly ts.Statement[],
): ts.SourceFile {
  const { statements } = file;
  const first = statements.findIndex((node) => !ts.isExpressionStatement(node) || !ts.isStringLiteral(node.expression));
  const at = first < 0 ? statements.length : first;
  const all = factory.createNodeArray([...statements.slice(0, at), ...added, ...statements.slice(at)]);
  return factory.updateSourceFile(file, ts.setTextRange(all, statements));
}
