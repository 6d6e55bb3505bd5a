import ts from 'typescript';
import type { ProbeNames } from './probe-names.ts';

/** A function with a `*`. */
export type GeneratorNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration;

/** Whether a node is a generator function; after lowering, every function that suspends is one. */
export function isGeneratorFunction(node: ts.Node): node is GeneratorNode {
  return 'asteriskToken' in node && node.asteriskToken !== undefined && !ts.isYieldExpression(node);
}

/**
 * Returns statements that name the generator functions declared among `statements`. Declarations are hoisted, so these come first.
 */
export function nameDeclarations(
  factory: ts.NodeFactory,
  names: ProbeNames,
  statements: readonly ts.Statement[],
): readonly ts.Statement[] {
  return statements
    .filter((node) => ts.isFunctionDeclaration(node) && isGeneratorFunction(node))
    .flatMap(({ name }) => name ?? [])
    .map((name) => factory.createExpressionStatement(callNamed(factory, names, name, name.text)));
}

/** Returns the class with a static block, before everything else in it, that names its generator methods. */
export function nameMethods(
  factory: ts.NodeFactory,
  names: ProbeNames,
  node: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration {
  const statements = node.members.flatMap((member) => {
    if (!ts.isMethodDeclaration(member) || !isGeneratorFunction(member) || !ts.isIdentifier(member.name)) return [];
    const isStatic = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    const holder = isStatic
      ? factory.createThis()
      : factory.createPropertyAccessExpression(factory.createThis(), 'prototype');
    const method = factory.createPropertyAccessExpression(holder, member.name);
    return [factory.createExpressionStatement(callNamed(factory, names, method, member.name.text))];
  });
  return addFirst(factory, node, statements);
}

/**
 * Returns the class with a static block that tells the recorder how to read the private fields of its objects, because only code
 * inside the class can: `probes.keeping(this.prototype, (object) => ({ ...(#ready in object && { "#ready": object.#ready }) }))`.
 * It only reads fields, and first checks that an object has them, so no code of the program runs.
 */
export function exposePrivateFields(
  factory: ts.NodeFactory,
  names: ProbeNames,
  node: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration {
  const object = factory.createUniqueName('object');
  const entries = node.members.flatMap((member) => {
    if (!ts.isPropertyDeclaration(member) || !ts.isPrivateIdentifier(member.name)) return [];
    if (member.modifiers?.some(({ kind }) => notOfObjects.has(kind)) === true) return [];
    const { text } = member.name;
    const read = factory.createPropertyAccessExpression(object, factory.createPrivateIdentifier(text));
    const has = factory.createBinaryExpression(factory.createPrivateIdentifier(text), ts.SyntaxKind.InKeyword, object);
    const entry = factory.createObjectLiteralExpression([
      factory.createPropertyAssignment(factory.createStringLiteral(text), read),
    ]);
    return [
      factory.createSpreadAssignment(factory.createParenthesizedExpression(factory.createLogicalAnd(has, entry))),
    ];
  });
  if (entries.length === 0) return node;
  const read = factory.createArrowFunction(
    undefined,
    undefined,
    [factory.createParameterDeclaration(undefined, undefined, object)],
    undefined,
    undefined,
    factory.createParenthesizedExpression(factory.createObjectLiteralExpression(entries)),
  );
  const prototype = factory.createPropertyAccessExpression(factory.createThis(), 'prototype');
  const call = names.call('probes', 'keeping', [prototype, read]);
  return addFirst(factory, node, [factory.createExpressionStatement(call)]);
}

/** Marks of what objects do not keep in a field. */
const notOfObjects: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.StaticKeyword, ts.SyntaxKind.AccessorKeyword]);

/** Returns the class with a static block before everything else in it. */
function addFirst(
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  statements: readonly ts.Statement[],
): ts.ClassLikeDeclaration {
  if (statements.length === 0) return node;
  const { modifiers, name, typeParameters, heritageClauses } = node;
  const members = [factory.createClassStaticBlockDeclaration(factory.createBlock(statements)), ...node.members];
  return ts.isClassDeclaration(node)
    ? factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members)
    : factory.updateClassExpression(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** `probes.named(make, "name")`, whose value is the function. */
export function callNamed(
  factory: ts.NodeFactory,
  names: ProbeNames,
  make: ts.Expression,
  name: string,
): ts.Expression {
  return names.call('probes', 'named', [make, factory.createStringLiteral(name)]);
}
