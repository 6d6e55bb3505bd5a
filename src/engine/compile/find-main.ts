import ts from 'typescript';

/**
 * Finds the function that a run starts with: the exported `main`, else a `main` at the top level, else the default export.
 *
 * For a program that calls `main` itself, or passes it to a function that does, the result is undefined.
 *
 * @returns the expression for it at the end of the compiled CommonJS code: `main`, or a property of `exports`
 */
export function findMain(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): 'main' | 'exports.main' | 'exports.default' | undefined {
  const module = checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  for (const name of ['main', 'default'] as const) {
    const symbol = exported.find((candidate) => candidate.name === name);
    if (symbol !== undefined) return isUsed(file, checker, symbol) ? undefined : `exports.${name}`;
    if (name === 'main' && declaresMain(file)) {
      const local = checker
        .getSymbolsInScope(file, ts.SymbolFlags.Value)
        .find((candidate) => candidate.name === 'main');
      return local !== undefined && isUsed(file, checker, local) ? undefined : 'main';
    }
  }
  return undefined;
}

function declaresMain(file: ts.SourceFile): boolean {
  return file.statements.some((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.some(({ name }) => ts.isIdentifier(name) && name.text === 'main')
      : ts.isFunctionDeclaration(statement) && statement.name?.text === 'main' && statement.body !== undefined,
  );
}

/** Whether the program calls the function, or passes it to a call, anywhere outside the function itself. */
function isUsed(file: ts.SourceFile, checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const own = resolve(checker, symbol);
  const declarations = new Set<ts.Node>(own.declarations);
  let used = false;
  const visit = (node: ts.Node): void => {
    if (used || declarations.has(node)) return;
    if (ts.isIdentifier(node) && isCalledOrGiven(node)) {
      const found = checker.getSymbolAtLocation(node);
      if (found !== undefined && resolve(checker, found) === own) used = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return used;
}

function isCalledOrGiven(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return true;
  if (!ts.isCallExpression(parent)) return false;
  return parent.expression === node || parent.arguments.includes(node);
}

function resolve(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  const aliased = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getExportSymbolOfSymbol(aliased);
}
