import ts from 'typescript';
import { hostNames } from './host-names.ts';
import type { ProbeNames } from './probe-names.ts';

/**
 * Replaces every name of a host whose value is used by a probe that throws an explanation: `process` in `process.exit(1)`
 * becomes `probes.missing("process", "exit")`. So a program ends on the same line with the same words in every engine and in Node,
 * where these names exist. `typeof process` is left as it is, because programs ask that to find out where they run, and so is a name
 * that the program declares itself.
 *
 * Runs on the nodes of the original program: only these have a place and a symbol.
 */
export function refuseHost(names: ProbeNames, checker: ts.TypeChecker): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!ts.isIdentifier(node)) return ts.visitEachChild(node, visit, context);
      if (!hostNames.has(node.text) || !isValue(node) || isDeclared(checker, node)) return node;
      const texts = [node.text, ...findMember(node)].map((text) => context.factory.createStringLiteral(text));
      return ts.setTextRange(names.call('probes', 'missing', texts), node);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

/** Whether the name is read, and not declared, assigned, asked for with `typeof`, or the name of a member or of a type. */
function isValue(node: ts.Identifier): boolean {
  // The compiler's own nodes have no parent.
  const parent = node.parent as ts.Node | undefined;
  if (parent === undefined || ts.isTypeOfExpression(parent)) return false;
  if (ts.isBinaryExpression(parent)) return parent.right === node || !isAssignment(parent.operatorToken.kind);
  if (ts.isConditionalExpression(parent) || ts.isArrayLiteralExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.some((given) => given === node))
    return true;
  return (
    (parent as { readonly expression?: ts.Node }).expression === node ||
    (parent as { readonly initializer?: ts.Node }).initializer === node
  );
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** TypeScript knows `globalThis` without a declaration. */
function isDeclared(checker: ts.TypeChecker, node: ts.Identifier): boolean {
  return (checker.getSymbolAtLocation(node)?.declarations ?? []).length > 0;
}

/** The member that is named behind it, also behind an assertion of its type: `(globalThis as any).rows`. */
function findMember(node: ts.Identifier): readonly string[] {
  let from: ts.Node = node;
  while (ts.isParenthesizedExpression(from.parent) || ts.isAssertionExpression(from.parent)) from = from.parent;
  const { parent } = from;
  if (ts.isPropertyAccessExpression(parent)) return [parent.name.text];
  const isText = ts.isElementAccessExpression(parent) && ts.isStringLiteral(parent.argumentExpression);
  return isText ? [parent.argumentExpression.text] : [];
}
