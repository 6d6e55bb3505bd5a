import ts from 'typescript';

/** The names of lowered code's helpers in code for reading. */
const readable: ReadonlyMap<string, string> = new Map([
  ['__awaiter', 'coroutine'],
  ['__await', 'awaiting'],
  ['__asyncGenerator', 'asyncGenerator'],
  ['__asyncDelegator', 'delegating'],
  ['__asyncValues', 'asyncIterator'],
  ['__addDisposableResource', 'enterContext'],
  ['__disposeResources', 'exitContexts'],
]);

/** The readable names by the helpers' own names, without those that the program uses for something else. */
export function nameHelpers(file: ts.SourceFile): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.pos >= 0) taken.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return new Map([...readable].filter(([, name]) => !taken.has(name)));
}

/** Gives the helpers these names. Only names that the lowering wrote are changed, never the program's own. */
export function renameHelpers(
  context: ts.TransformationContext,
  file: ts.SourceFile,
  names: ReadonlyMap<string, string>,
): ts.SourceFile {
  const visit = (node: ts.Node): ts.Node => {
    const name = ts.isIdentifier(node) && node.pos < 0 ? names.get(node.text) : undefined;
    return name === undefined ? ts.visitEachChild(node, visit, context) : context.factory.createIdentifier(name);
  };
  return ts.visitEachChild(file, visit, context);
}
