import ts from 'typescript';
import type { ProbeNames } from './probe-names.ts';

/** A function with a `*`. */
export type GeneratorNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration;

/** Whether a node is a generator function; after lowering, every function that suspends is one. */
export function isGenerator(node: ts.Node): node is GeneratorNode {
  return 'asteriskToken' in node && node.asteriskToken !== undefined && !ts.isYieldExpression(node);
}

/** Returns the statements that name the generator functions declared among `statements`; declarations are hoisted, so they come first. */
export function nameDeclarations(
  factory: ts.NodeFactory,
  names: ProbeNames,
  statements: readonly ts.Statement[],
): readonly ts.Statement[] {
  return statements
    .filter((node) => ts.isFunctionDeclaration(node) && isGenerator(node))
    .flatMap(({ name }) => name ?? [])
    .map((name) => factory.createExpressionStatement(callNamed(factory, names, name, name.text)));
}

/** Returns the class with a static block, before all else that it does, that names its generator methods. */
export function nameMethods(
  factory: ts.NodeFactory,
  names: ProbeNames,
  node: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration {
  const statements = node.members.flatMap((member) => {
    if (!ts.isMethodDeclaration(member) || !isGenerator(member) || !ts.isIdentifier(member.name)) return [];
    const isStatic = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    const holder = isStatic
      ? factory.createThis()
      : factory.createPropertyAccessExpression(factory.createThis(), 'prototype');
    const method = factory.createPropertyAccessExpression(holder, member.name);
    return [factory.createExpressionStatement(callNamed(factory, names, method, member.name.text))];
  });
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
