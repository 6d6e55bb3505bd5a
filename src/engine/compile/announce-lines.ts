import ts from 'typescript';
import type { ProbeNames } from './probe-names.ts';

/**
 * Puts a probe before every statement of generator, async and async generator functions, at every round of every loop, and
 * at every `console.…(…)`. Runs on the program as written, where every statement still has its line.
 */
export function announceLines(names: ProbeNames): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const number = (node: ts.Node): ts.Expression => factory.createNumericLiteral(lineOf(node));
    const at = (method: 'line' | 'again', node: ts.Node): ts.Expression => names.call('frame', method, [number(node)]);
    const spin = (): ts.Expression => names.call('probes', 'spin', []);
    const first = (probe: ts.Expression, then: ts.Expression): ts.Expression =>
      factory.createParenthesizedExpression(factory.createComma(probe, then));
    const statement = (probe: ts.Expression): ts.Statement => factory.createExpressionStatement(probe);
    const whole = ts.visitEachChild;

    const visitor =
      (inFrame: boolean) =>
      (node: ts.Node): ts.Node => {
        if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return visitFunction(node);
        if (ts.isIterationStatement(node, false)) return visitLoop(node, inFrame);
        if (ts.isExpressionStatement(node) && isCallForEffect(node.expression))
          return visitCallStatement(node, inFrame);
        if (ts.isCallExpression(node)) return visitCall(node, inFrame);
        if (!inFrame) return whole(node, visitor(inFrame), context);
        if (ts.isBlock(node)) return factory.updateBlock(node, statements(node.statements));
        if (ts.isCaseClause(node)) {
          const expression = ts.visitNode(node.expression, visitor(true), ts.isExpression);
          return factory.updateCaseClause(node, expression, statements(node.statements));
        }
        if (ts.isDefaultClause(node)) return factory.updateDefaultClause(node, statements(node.statements));
        if (ts.isCatchClause(node)) {
          const block = factory.updateBlock(node.block, [
            statement(at('line', node)),
            ...statements(node.block.statements),
          ]);
          return factory.updateCatchClause(node, node.variableDeclaration, block);
        }
        if (ts.isIfStatement(node)) {
          const condition = ts.visitNode(node.expression, visitor(true), ts.isExpression);
          return factory.updateIfStatement(
            node,
            condition,
            body(node.thenStatement),
            node.elseStatement && body(node.elseStatement),
          );
        }
        return whole(node, visitor(true), context);
      };

    const statements = (list: readonly ts.Statement[]): ts.Statement[] =>
      list.flatMap((node) => {
        const visited = ts.visitNode(node, visitor(true), ts.isStatement);
        return hasStep(node) ? [statement(at('line', node)), visited] : [visited];
      });

    /** The body of a branch or loop of a frame: a block, so that its statement can be announced. */
    const body = (node: ts.Statement): ts.Statement =>
      ts.isBlock(node)
        ? factory.updateBlock(node, statements(node.statements))
        : factory.createBlock(statements([node]), true);

    function visitFunction(node: ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration): ts.Node {
      const isFrame = isFrameFunction(node);
      const visited = whole(node, visitor(isFrame), context);
      if (!isFrame || !ts.isArrowFunction(visited) || ts.isBlock(visited.body)) return visited;
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken, body: expression } = visited;
      const announced = first(at('line', (node as ts.ArrowFunction).body), expression);
      return factory.updateArrowFunction(
        visited,
        modifiers,
        typeParameters,
        parameters,
        type,
        equalsGreaterThanToken,
        announced,
      );
    }

    function visitLoop(node: ts.IterationStatement, inFrame: boolean): ts.Node {
      const inner = visitor(inFrame);
      const expression = (child: ts.Expression): ts.Expression => ts.visitNode(child, inner, ts.isExpression);
      const round = inFrame ? at('again', node) : spin();
      const loopBody = inFrame ? body(node.statement) : ts.visitNode(node.statement, inner, ts.isStatement);
      const opened = (probe: ts.Expression): ts.Statement =>
        factory.createBlock([statement(probe), ...(ts.isBlock(loopBody) ? loopBody.statements : [loopBody])], true);
      if (ts.isWhileStatement(node)) {
        return factory.updateWhileStatement(node, first(round, expression(node.expression)), loopBody);
      }
      if (ts.isDoStatement(node)) {
        const probe = inFrame ? at('again', node.expression) : round;
        return factory.updateDoStatement(node, loopBody, first(probe, expression(node.expression)));
      }
      if (ts.isForStatement(node)) {
        const initializer = ts.visitNode(node.initializer, inner, ts.isForInitializer);
        const condition = ts.visitNode(node.condition, inner, ts.isExpression);
        const step = node.incrementor ? first(round, expression(node.incrementor)) : round;
        return factory.updateForStatement(node, initializer, condition, step, loopBody);
      }
      const initializer = ts.visitNode((node as ts.ForInOrOfStatement).initializer, inner, ts.isForInitializer);
      const iterated = expression((node as ts.ForInOrOfStatement).expression);
      if (ts.isForInStatement(node)) {
        return factory.updateForInStatement(node, initializer, iterated, opened(inFrame ? at('line', node) : round));
      }
      const loop = node as ts.ForOfStatement;
      if (!inFrame) return factory.updateForOfStatement(loop, loop.awaitModifier, initializer, iterated, opened(round));
      if (loop.awaitModifier) {
        return factory.updateForOfStatement(loop, loop.awaitModifier, initializer, iterated, loopBody);
      }
      const text = factory.createStringLiteral(loop.expression.getText(file));
      const announced = names.call('frame', 'each', [iterated, number(node), text]);
      return factory.updateForOfStatement(loop, undefined, initializer, announced, loopBody);
    }

    function visitCallStatement(node: ts.ExpressionStatement, inFrame: boolean): ts.Node {
      const call = ts.visitNode(node.expression, visitor(inFrame), ts.isExpression);
      return factory.updateExpressionStatement(node, names.call('probes', 'dropped', [call, number(node)]));
    }

    function visitCall(node: ts.CallExpression, inFrame: boolean): ts.Node {
      const visited = whole(node, visitor(inFrame), context);
      const callee = visited.expression;
      if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return visited;
      if (callee.expression.text !== 'console' || callee.questionDotToken || visited.questionDotToken) return visited;
      const console = names.call('probes', 'consoleAt', [callee.expression, number(node)]);
      const access = factory.updatePropertyAccessExpression(callee, console, callee.name);
      return factory.updateCallExpression(visited, access, visited.typeArguments, visited.arguments);
    }

    return ts.visitEachChild(file, visitor(false), context);
  };
}

/** Whether an expression is a call whose value is taken by nobody if it is a statement; what prints gives none. */
function isCallForEffect(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { expression: callee } = node;
  if (callee.kind === ts.SyntaxKind.SuperKeyword || callee.kind === ts.SyntaxKind.ImportKeyword) return false;
  return !(
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'console'
  );
}

function isFrameFunction(node: ts.Node): boolean {
  const hasAsterisk = 'asteriskToken' in node && node.asteriskToken !== undefined;
  return (
    hasAsterisk ||
    (ts.canHaveModifiers(node) && !!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
  );
}

/** Whether reaching the statement is a step of its own: not a declaration without effect, nor a block or `while` header. */
function hasStep(node: ts.Statement): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
    case ts.SyntaxKind.EmptyStatement:
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.WhileStatement:
      return false;
    case ts.SyntaxKind.VariableStatement:
      return (node as ts.VariableStatement).declarationList.declarations.some(
        ({ initializer }) => initializer !== undefined,
      );
    default:
      return true;
  }
}
