import ts from 'typescript';
import { probesModule } from '../../src/engine/compile/probes.ts';

/**
 * Returns instrumented code without its probes, which leaves the code that does the program's work. For tests, and written from the
 * contract of `Probes` rather than from the compiler's transformers, so that one checks the other.
 */
export function takeProbesOut(code: string): string {
  const file = ts.createSourceFile('program.js', code, ts.ScriptTarget.ESNext, true);
  const frames = code.matchAll(/(\w+) = \w+\.(?:enter\(|module;)/g);
  const names = new Set([/\{ probes: (\w+) \} = require/.exec(code)?.[1], ...[...frames].map(([, name]) => name)]);

  /** The probe that an expression calls, and what the code would have instead of the call. */
  function readProbe(node: ts.Node | undefined): Probe | undefined {
    if (node === undefined || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { expression: on, name } = node.expression;
    if (!ts.isIdentifier(on) || !names.has(on.text)) return;
    return { method: name.text, inner: withoutValue.has(name.text) ? undefined : node.arguments[0] };
  }

  function entersFrame(node: ts.Statement | undefined): boolean {
    if (node === undefined || !ts.isVariableStatement(node)) return false;
    return readProbe(node.declarationList.declarations[0]?.initializer)?.method === 'enter';
  }

  function isOnlyProbe(node: ts.Statement): boolean {
    if (ts.isVariableStatement(node)) {
      const text = node.getText();
      return text.endsWith(`require(${JSON.stringify(probesModule)});`) || /^const \w+ = \w+\.module;$/.test(text);
    }
    const probe = ts.isExpressionStatement(node) ? readProbe(node.expression) : undefined;
    return probe !== undefined && (probe.inner === undefined || probe.method === 'named');
  }

  /** Without statements that are probes. The body of a function is the content of the `try` after its frame was entered. */
  function takeOut(list: readonly ts.Statement[]): readonly ts.Statement[] {
    return list.flatMap((node, index) => {
      if (entersFrame(node) || isOnlyProbe(node)) return [];
      return ts.isTryStatement(node) && entersFrame(list[index - 1]) ? takeOut(node.tryBlock.statements) : [node];
    });
  }

  const erase: ts.TransformerFactory<ts.SourceFile> = (context) => (root) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isBlock(node)) return factory.updateBlock(node, visitAll(node.statements));
      if (ts.isCaseClause(node))
        return factory.updateCaseClause(node, expression(node.expression), visitAll(node.statements));
      if (ts.isDefaultClause(node)) return factory.updateDefaultClause(node, visitAll(node.statements));
      if (ts.isYieldExpression(node) && node.expression !== undefined) {
        const { method, inner } = readProbe(node.expression) ?? {};
        if (method === 'yields' && inner) return factory.createYieldExpression(undefined, expression(inner));
      }
      if (ts.isForStatement(node) && readProbe(node.incrementor)) {
        const { initializer, condition, statement } = node;
        return ts.visitEachChild(
          factory.updateForStatement(node, initializer, condition, undefined, statement),
          visit,
          context,
        );
      }
      if (ts.isParenthesizedExpression(node) && ts.isBinaryExpression(node.expression)) {
        const { left, right } = node.expression;
        const probe = readProbe(left);
        if (probe !== undefined && probe.inner === undefined) return visit(right);
      }
      const inner = readProbe(node)?.inner;
      return inner === undefined ? ts.visitEachChild(node, visit, context) : visit(inner);
    };
    const expression = (node: ts.Expression): ts.Expression => ts.visitNode(node, visit, ts.isExpression);
    const visitAll = (list: readonly ts.Statement[]): readonly ts.Statement[] =>
      takeOut(list).map((node) => ts.visitNode(node, visit, ts.isStatement));
    return factory.updateSourceFile(root, visitAll(root.statements));
  };
  const { transformed } = ts.transform(file, [erase]);
  return ts.createPrinter().printFile(transformed[0] ?? file);
}

type Probe = { readonly method: string; readonly inner: ts.Expression | undefined };

/** Probes that are statements of their own; all others return their first argument. */
const withoutValue: ReadonlySet<string> = new Set(['enter', 'line', 'again', 'spin', 'left', 'raised']);
