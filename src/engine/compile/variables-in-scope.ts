import ts from 'typescript';

/**
 * The variables of one function that can be read at a place in it. A variable with `maybe` may be in its temporal dead zone, in
 * which reading it is an error, until its declaration has run.
 */
export type Scope = ReadonlyMap<string, 'ready' | 'maybe'>;

export const emptyScope: Scope = new Map();

/**
 * Returns the variables that a function has at its beginning: `this` of a method, its parameters, and the `var` declarations of its
 * body.
 */
export function openFunction(node: ts.SignatureDeclaration): Scope {
  const names = new Map<string, 'ready' | 'maybe'>(listParameters(node));
  const { body } = node as { readonly body?: ts.Node };
  if (body) for (const name of listVars(body)) names.set(name, 'ready');
  return names;
}

/** Returns the arguments of a function: `this` of a method of a class, and the names that its parameters declare. */
export function listParameters(node: ts.SignatureDeclaration): Scope {
  const names = new Map<string, 'ready' | 'maybe'>();
  if (ts.isClassLike(node.parent) && !isStatic(node) && !isDerivedConstructor(node)) names.set('this', 'ready');
  for (const { name } of node.parameters) {
    if (ts.isIdentifier(name) && name.text === 'this') continue;
    for (const each of listNames(name)) names.set(each, 'ready');
  }
  return names;
}

function isStatic(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && !!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}

/** Before `super(…)` the constructor of a derived class has no `this`, so `this` is left out there. */
function isDerivedConstructor(node: ts.SignatureDeclaration): boolean {
  return (
    ts.isConstructorDeclaration(node) &&
    !!node.parent.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
  );
}

/** Returns the names in a function's text that are variables of enclosing functions or of the module: those it may assign to. */
export function listOuterVariables(node: ts.SignatureDeclaration): readonly string[] {
  const declared = new Set<string>();
  for (let outer: ts.Node | undefined = node.parent; outer; outer = outer.parent as ts.Node | undefined) {
    if (ts.isFunctionLike(outer)) for (const [name] of listParameters(outer)) declared.add(name);
    if (ts.isFunctionLike(outer) || ts.isSourceFile(outer)) for (const name of listInside(outer)) declared.add(name);
  }
  declared.delete('this');
  const used = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && declared.has(inner.text)) used.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return [...used];
}

/** The scope at each statement of a block, and after it. */
export type BlockScopes = { readonly at: (statement: ts.Statement) => Scope };

/**
 * Returns the scopes at the statements of a block, or of all clauses of a `switch`, which do not run in the order of the text. A
 * name that the block declares hides an outer one from the block's beginning.
 */
export function openBlock(outer: Scope, statements: readonly ts.Statement[], isSwitch = false): BlockScopes {
  const names = new Map(outer);
  for (const statement of statements) for (const name of listDeclared(statement)) names.delete(name);
  const scopes = new Map<ts.Statement, Scope>();
  for (const statement of statements) {
    const own = listLexical(statement);
    if (own.length === 0) {
      scopes.set(statement, new Map(names));
      continue;
    }
    for (const name of own) names.set(name, 'maybe');
    scopes.set(statement, new Map(names));
    if (!isSwitch) for (const name of own) names.set(name, 'ready');
  }
  return { at: (statement) => scopes.get(statement) ?? outer };
}

/** Returns the scope with the names that a loop's header or a `catch` declares; for other nodes the same scope. */
export function addDeclared(outer: Scope, declared: ts.ForInitializer | ts.VariableDeclaration | undefined): Scope {
  const names = listHeaderNames(declared);
  return names.length === 0 ? outer : new Map([...outer, ...names.map((name) => [name, 'ready'] as const)]);
}

/** Returns the scope without those names: while a loop's header is evaluated, they are in their dead zone. */
export function removeDeclared(outer: Scope, declared: ts.ForInitializer | undefined): Scope {
  const names = new Set(listHeaderNames(declared));
  return names.size === 0 ? outer : new Map([...outer].filter(([name]) => !names.has(name)));
}

function listHeaderNames(declared: ts.ForInitializer | ts.VariableDeclaration | undefined): readonly string[] {
  if (declared === undefined) return [];
  if (ts.isVariableDeclaration(declared)) return listNames(declared.name);
  return ts.isVariableDeclarationList(declared) ? declared.declarations.flatMap(({ name }) => listNames(name)) : [];
}

/**
 * Returns an arrow function that reads these variables into an object. A variable that may have no value yet is behind a getter.
 */
export function readScope(factory: ts.NodeFactory, scope: Scope): ts.Expression {
  const properties = [...scope].map(([name, state]) => {
    if (name === 'this') return factory.createPropertyAssignment(name, factory.createThis());
    if (state === 'ready') return factory.createShorthandPropertyAssignment(name);
    const body = factory.createBlock([factory.createReturnStatement(factory.createIdentifier(name))]);
    return factory.createGetAccessorDeclaration(undefined, name, [], undefined, body);
  });
  const object = factory.createParenthesizedExpression(factory.createObjectLiteralExpression(properties));
  return factory.createArrowFunction(undefined, undefined, [], undefined, undefined, object);
}

/** The names that a statement declares for its block, as variables or otherwise. */
function listDeclared(statement: ts.Statement): readonly string[] {
  const isNamed =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
  if (isNamed) return statement.name ? [statement.name.text] : [];
  return listLexical(statement);
}

/** The variables that a statement declares for its block by `let`, `const` or `using`. */
function listLexical(statement: ts.Statement): readonly string[] {
  if (!ts.isVariableStatement(statement) || isAmbient(statement)) return [];
  const { declarationList: list } = statement;
  return (list.flags & ts.NodeFlags.BlockScoped) === 0 ? [] : list.declarations.flatMap(({ name }) => listNames(name));
}

function isAmbient(statement: ts.VariableStatement): boolean {
  return !!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
}

/** The names that a pattern binds. */
function listNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? listNames(element.name) : []));
}

/** The `var` declarations anywhere in a function's body. */
function listVars(body: ts.Node): readonly string[] {
  return listDeclarations(body, ({ flags }) => (flags & ts.NodeFlags.BlockScoped) === 0);
}

/** All variables that a function or module declares, in any block. */
const listInside = (outer: ts.Node): readonly string[] => listDeclarations(outer, () => true);

function listDeclarations(outer: ts.Node, isWanted: (list: ts.VariableDeclarationList) => boolean): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isVariableDeclarationList(node) && isWanted(node)) {
      names.push(...node.declarations.flatMap(({ name }) => listNames(name)));
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(outer, visit);
  return names;
}
