import ts from 'typescript';

/** Returns the name of a function in the source: its own, or that of the variable, property or field whose value it is. */
export function nameFunction(node: ts.Node): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const own = (node as { name?: ts.Node }).name;
  if (own !== undefined) return ts.isComputedPropertyName(own) ? own.getText() : (own as ts.Identifier).text;
  // Every node of the parsed file has a parent, but nodes that a transformer made do not.
  const parent = node.parent as ts.Node | undefined;
  if (parent === undefined) return '<anonymous>';
  if (ts.isParenthesizedExpression(parent)) return nameFunction(parent);
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) {
    return nameOfBinding(parent.name);
  }
  if (ts.isBinaryExpression(parent) && parent.right === node) {
    if (ts.isIdentifier(parent.left)) return parent.left.text;
    if (ts.isPropertyAccessExpression(parent.left)) return parent.left.name.text;
  }
  const isDefault = ts.isExportAssignment(parent) || ts.isSourceFile(parent);
  return isDefault ? 'default' : '<anonymous>';
}

function nameOfBinding(name: ts.PropertyName | ts.BindingName): string {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name))
    return name.text;
  return ts.isComputedPropertyName(name) ? name.getText() : '<anonymous>';
}
