import ts from 'typescript';
import type { ProbeNames } from './probe-names.ts';
import {
  type BlockScopes,
  emptyScope,
  openBlock,
  openFunction,
  readScope,
  type Scope,
  addDeclared,
  removeDeclared,
} from './variables-in-scope.ts';

/** What instrumented code records: frames that can suspend and their lines, or plain functions and variables as well. */
export type Following = 'frames' | 'full';

/**
 * The context of a node: whether the lines of its function are announced, how many such functions surround it, and which variables
 * can be read there.
 */
type Place = { readonly inFrame: boolean; readonly depth: number; readonly scope: Scope };

/**
 * Puts a probe before every statement of the recorded functions, into every round of every loop, and at every `console.…(…)`. Runs
 * on the original program, where every statement still has its line and every variable its name.
 */
export function announceLines(names: ProbeNames, following: Following): ts.TransformerFactory<ts.SourceFile> {
  const isFull = following === 'full';
  return (context) => (file) => {
    const { factory } = context;
    const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const number = (node: ts.Node): ts.Expression => factory.createNumericLiteral(lineOf(node));
    const reading = (scope: Scope): readonly ts.Expression[] =>
      isFull && scope.size > 0 ? [readScope(factory, scope)] : [];
    const at = (method: 'line' | 'again', node: ts.Node, place: Place): ts.Expression =>
      names.call(place.depth, method, [number(node), ...reading(place.scope)]);
    const spin = (): ts.Expression => names.call('probes', 'spin', []);
    const first = (probe: ts.Expression, then: ts.Expression): ts.Expression =>
      factory.createParenthesizedExpression(factory.createComma(probe, then));
    const statement = (probe: ts.Expression): ts.Statement => factory.createExpressionStatement(probe);
    const whole = ts.visitEachChild;

    const visitor =
      (place: Place) =>
      (node: ts.Node): ts.Node => {
        if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return visitFunction(node, place.depth);
        if (ts.isIterationStatement(node, false)) return visitLoop(node, place);
        if (ts.isExpressionStatement(node) && isCallForEffect(node.expression)) return visitCallStatement(node, place);
        if (ts.isCallExpression(node)) return visitCall(node, place);
        if (!place.inFrame) return whole(node, visitor(place), context);
        if (ts.isBlock(node)) return factory.updateBlock(node, block(node.statements, place));
        if (ts.isCaseBlock(node)) {
          const all = node.clauses.flatMap((clause) => [...clause.statements]);
          const scopes = openBlock(place.scope, all, true);
          const clauses = node.clauses.map((clause) => {
            const list = statements(clause.statements, scopes, place.depth);
            if (!ts.isCaseClause(clause)) return factory.updateDefaultClause(clause, list);
            const expression = ts.visitNode(clause.expression, visitor(place), ts.isExpression);
            return factory.updateCaseClause(clause, expression, list);
          });
          return factory.updateCaseBlock(node, clauses);
        }
        if (ts.isCatchClause(node)) {
          const inside = { ...place, scope: addDeclared(place.scope, node.variableDeclaration) };
          const list = [statement(at('line', node, inside)), ...block(node.block.statements, inside)];
          return factory.updateCatchClause(node, node.variableDeclaration, factory.updateBlock(node.block, list));
        }
        if (ts.isIfStatement(node)) {
          const condition = ts.visitNode(node.expression, visitor(place), ts.isExpression);
          return factory.updateIfStatement(
            node,
            condition,
            body(node.thenStatement, place),
            node.elseStatement && body(node.elseStatement, place),
          );
        }
        return whole(node, visitor(place), context);
      };

    const statements = (list: readonly ts.Statement[], scopes: BlockScopes, depth: number): ts.Statement[] =>
      list.flatMap((node) => {
        const place = { inFrame: true, depth, scope: scopes.at(node) };
        const visited = ts.visitNode(node, visitor(place), ts.isStatement);
        return hasStep(node) ? [statement(at('line', node, place)), visited] : [visited];
      });

    const block = (list: readonly ts.Statement[], { scope, depth }: Place): ts.Statement[] =>
      statements(list, openBlock(scope, list), depth);

    /** The body of a branch or loop of a frame: a block, so that its statement can be announced. */
    const body = (node: ts.Statement, place: Place): ts.Statement =>
      ts.isBlock(node)
        ? factory.updateBlock(node, block(node.statements, place))
        : factory.createBlock(block([node], place), true);

    function visitFunction(node: ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration, outside: number): ts.Node {
      const isFrame = isFollowed(node, following);
      const place = {
        inFrame: isFrame,
        depth: isFrame ? outside + 1 : outside,
        scope: isFull && isFrame ? openFunction(node) : emptyScope,
      };
      const visited = whole(node, visitor(place), context);
      if (!isFrame || !ts.isArrowFunction(visited) || ts.isBlock(visited.body)) return visited;
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken, body: expression } = visited;
      const announced = first(at('line', (node as ts.ArrowFunction).body, place), expression);
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

    function visitLoop(node: ts.IterationStatement, place: Place): ts.Node {
      const { inFrame, depth, scope: outer } = place;
      const declared =
        ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node)
          ? node.initializer
          : undefined;
      const inside = { ...place, scope: addDeclared(outer, declared) };
      const inner = visitor(inside);
      const expression = (child: ts.Expression): ts.Expression => ts.visitNode(child, inner, ts.isExpression);
      const round = inFrame ? at('again', node, inside) : spin();
      const loopBody = inFrame ? body(node.statement, inside) : ts.visitNode(node.statement, inner, ts.isStatement);
      const opened = (probe: ts.Expression): ts.Statement =>
        factory.createBlock([statement(probe), ...(ts.isBlock(loopBody) ? loopBody.statements : [loopBody])], true);
      if (ts.isWhileStatement(node)) {
        return factory.updateWhileStatement(node, first(round, expression(node.expression)), loopBody);
      }
      if (ts.isDoStatement(node)) {
        const probe = inFrame ? at('again', node.expression, inside) : round;
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
        const probe = inFrame ? at('line', node, inside) : round;
        return factory.updateForInStatement(node, initializer, iterated, opened(probe));
      }
      const loop = node as ts.ForOfStatement;
      if (!inFrame) return factory.updateForOfStatement(loop, loop.awaitModifier, initializer, iterated, opened(round));
      if (loop.awaitModifier) {
        return factory.updateForOfStatement(loop, loop.awaitModifier, initializer, iterated, loopBody);
      }
      const text = factory.createStringLiteral(loop.expression.getText(file));
      const before = reading(removeDeclared(outer, declared));
      const announced = names.call(depth, 'each', [iterated, number(node), text, ...before]);
      return factory.updateForOfStatement(loop, undefined, initializer, announced, loopBody);
    }

    function visitCallStatement(node: ts.ExpressionStatement, place: Place): ts.Node {
      const call = ts.visitNode(node.expression, visitor(place), ts.isExpression);
      return factory.updateExpressionStatement(node, names.call('probes', 'dropped', [call, number(node)]));
    }

    function visitCall(node: ts.CallExpression, place: Place): ts.Node {
      const visited = whole(node, visitor(place), context);
      const callee = visited.expression;
      if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return visited;
      if (callee.expression.text !== 'console' || callee.questionDotToken || visited.questionDotToken) return visited;
      const console = names.call('probes', 'consoleAt', [callee.expression, number(node)]);
      const access = factory.updatePropertyAccessExpression(callee, console, callee.name);
      return factory.updateCallExpression(visited, access, visited.typeArguments, visited.arguments);
    }

    const module = { inFrame: isFull, depth: 0, scope: emptyScope };
    if (!isFull) return ts.visitEachChild(file, visitor(module), context);
    return factory.updateSourceFile(file, block(file.statements, module));
  };
}

/** Whether an expression is a call whose value is dropped if it is a statement. Calls that print return nothing. */
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

/**
 * Whether activations of a function are frames: those that can suspend, or every function with a body if everything is recorded.
 */
function isFollowed(node: ts.Node, following: Following): node is ts.SignatureDeclaration {
  if (following === 'frames' || !ts.isFunctionLike(node)) return isFrameFunction(node);
  return 'body' in node && node.body !== undefined;
}

export function isFrameFunction(node: ts.Node): boolean {
  const hasAsterisk = 'asteriskToken' in node && node.asteriskToken !== undefined;
  return (
    hasAsterisk ||
    (ts.canHaveModifiers(node) && !!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
  );
}

/** Whether reaching the statement is a step of its own, unlike a declaration without effect or the header of a block or `while`. */
function hasStep(node: ts.Statement): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.ImportDeclaration:
    case ts.SyntaxKind.ExportDeclaration:
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
