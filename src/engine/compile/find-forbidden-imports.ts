import ts from 'typescript';
import { suggestInstead } from './suggest-instead.ts';
import { locateError, ownErrorCodes, type SourceError } from './source-error.ts';

/** The only module that a program may import. */
const schedulerModule = '@yieldpoint/scheduler';

/** Returns an error for every import, in any form, of another module than the scheduler. */
export function findForbiddenImports(file: ts.SourceFile): readonly SourceError[] {
  const errors: SourceError[] = [];
  const reject = (node: ts.Node, what: string, instead = ''): void => {
    const start = node.getStart(file);
    const message = `Expected an import from "${schedulerModule}", but got ${what}. A program here may import nothing else.${
      instead === '' ? '' : ` ${instead}`
    }`;
    errors.push(locateError(file, start, node.end - start, message, ownErrorCodes.forbiddenImport));
  };
  const visit = (node: ts.Node): void => {
    const specifier = findSpecifier(node);
    if (specifier !== undefined && !(ts.isStringLiteralLike(specifier) && specifier.text === schedulerModule)) {
      reject(specifier, specifier.getText(file), suggestFor(specifier));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      reject(node, 'import()', suggestFor(node.arguments[0]));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return errors;
}

const suggestFor = (specifier: ts.Expression | undefined): string =>
  specifier !== undefined && ts.isStringLiteralLike(specifier) ? suggestInstead(specifier.text) : '';

function findSpecifier(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return ts.isStringLiteral(node.argument.literal) ? node.argument.literal : undefined;
  }
  return undefined;
}
