import ts from 'typescript';
import type { ProbeNames } from './probe-names.ts';

/** A function whose body can announce its activations. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.MethodDeclaration
  | ts.ArrowFunction
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

/** Whether a node is a function with a body, unlike an overload or a signature in a type. */
export function hasBody(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/**
 * Returns the function with its body inside `const frame = probes.enter(…); try { … } catch { … } finally { … }`.
 *
 * @param enter the arguments of `probes.enter`
 * @param depth how many functions surround the body, including this one
 */
export function wrapBody<Node extends FunctionNode>(
  factory: ts.NodeFactory,
  names: ProbeNames,
  node: Node,
  enter: readonly ts.Expression[],
  depth: number,
): Node {
  if (node.body === undefined) return node;
  const error = factory.createUniqueName('error');
  const call = names.call('probes', 'enter', enter);
  const frame = factory.createVariableDeclaration(names.frameAt(depth), undefined, undefined, call);
  const rethrow = factory.createThrowStatement(names.call(depth, 'raised', [error]));
  const left = factory.createExpressionStatement(names.call(depth, 'left', []));
  const own = ts.isBlock(node.body)
    ? node.body
    : factory.createBlock([factory.createReturnStatement(names.call(depth, 'returns', [node.body]))], true);
  const body = factory.createBlock(
    [
      factory.createVariableStatement(undefined, factory.createVariableDeclarationList([frame], ts.NodeFlags.Const)),
      factory.createTryStatement(
        own,
        factory.createCatchClause(error, factory.createBlock([rethrow])),
        factory.createBlock([left]),
      ),
    ],
    true,
  );
  return replaceBody(factory, node, body) as Node;
}

function replaceBody(factory: ts.NodeFactory, node: FunctionNode, body: ts.Block): FunctionNode {
  const { modifiers, parameters, typeParameters, type } = node;
  switch (node.kind) {
    case ts.SyntaxKind.MethodDeclaration: {
      const { asteriskToken: star, name, questionToken: mark } = node;
      return factory.updateMethodDeclaration(node, modifiers, star, name, mark, typeParameters, parameters, type, body);
    }
    case ts.SyntaxKind.FunctionDeclaration: {
      const { asteriskToken: star, name } = node;
      return factory.updateFunctionDeclaration(node, modifiers, star, name, typeParameters, parameters, type, body);
    }
    case ts.SyntaxKind.FunctionExpression: {
      const { asteriskToken: star, name, modifiers: own } = node;
      return factory.updateFunctionExpression(node, own, star, name, typeParameters, parameters, type, body);
    }
    case ts.SyntaxKind.ArrowFunction: {
      const { equalsGreaterThanToken: arrow, modifiers: own } = node;
      return factory.updateArrowFunction(node, own, typeParameters, parameters, type, arrow, body);
    }
    case ts.SyntaxKind.Constructor:
      return factory.updateConstructorDeclaration(node, modifiers, parameters, body);
    case ts.SyntaxKind.GetAccessor:
      return factory.updateGetAccessorDeclaration(node, modifiers, node.name, parameters, type, body);
    case ts.SyntaxKind.SetAccessor:
      return factory.updateSetAccessorDeclaration(node, modifiers, node.name, parameters, body);
  }
}
