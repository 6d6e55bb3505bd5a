import ts from 'typescript';

/** Returns what a function is called where it is written: its own name, or that of the variable, property or field it is the value of. */
export function nameFunction(node: ts.Node): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const own = (node as { name?: ts.Node }).name;
  if (own !== undefined) return ts.isComputedPropertyName(own) ? own.getText() : (own as ts.Identifier).text;
  // A parent is set on every node of the parsed file, but not on those that a transformer made.
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
