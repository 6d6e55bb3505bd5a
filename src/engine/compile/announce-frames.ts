import ts from 'typescript';
import {
  callNamed,
  type GeneratorNode,
  isGenerator,
  nameDeclarations,
  nameMethods,
  wrapBody,
} from './generator-functions.ts';
import { insertAfterPrologue } from './insert-after-prologue.ts';
import { nameFunction } from './name-function.ts';
import type { ProbeNames } from './probe-names.ts';
import type { FrameType } from './probes.ts';

/** What is known where a node stands: the function it belongs to, and the frame, if that function has one. */
type Place = {
  /** The enclosing function as written. */
  readonly written?: ts.Node;
  readonly frame?: FrameType;
  /** The line to blame for awaits that the compiler added: the header of a `for await`, the `await using`. */
  readonly header?: number | undefined;
};

/**
 * Makes every generator function announce its activations, and each of its yields what passes through it. Runs after
 * lowering, when coroutine functions and async generator functions are generator functions too.
 */
export function announceFrames(names: ProbeNames): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const onFrame = (method: string, args: readonly ts.Expression[]): ts.Expression =>
      names.call('frame', method, args);
    const written = (node: ts.Node): ts.Node | undefined => {
      const original = ts.getOriginalNode(node);
      return original.pos < 0 ? undefined : original;
    };
    const lineOf = (node: ts.Node): number | undefined => {
      const start = written(node)?.getStart(file);
      return start === undefined ? undefined : file.getLineAndCharacterOfPosition(start).line + 1;
    };
    const numbers = (line: number | undefined): ts.Expression[] =>
      line === undefined ? [] : [factory.createNumericLiteral(line)];

    const visitor =
      (place: Place) =>
      (node: ts.Node): ts.Node => {
        if (ts.isClassLike(node)) return nameMethods(factory, names, ts.visitEachChild(node, visitor(place), context));
        if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return visitFunction(node);
        if (ts.isCallExpression(node)) return visitCall(node, place);
        if (ts.isBlock(node)) {
          const { statements } = ts.visitEachChild(node, visitor(place), context);
          return factory.updateBlock(node, [...nameDeclarations(factory, names, statements), ...statements]);
        }
        if (place.frame === undefined) return ts.visitEachChild(node, visitor(place), context);
        if (ts.isYieldExpression(node)) return visitYield(node, place);
        if (ts.isReturnStatement(node) && node.expression !== undefined) {
          const value = ts.visitNode(node.expression, visitor(place), ts.isExpression);
          return factory.updateReturnStatement(node, onFrame('returns', [value]));
        }
        if (ts.isForStatement(node) && ts.isForOfStatement(ts.getOriginalNode(node))) return visitForAwait(node, place);
        if (ts.isTryStatement(node)) return visitTry(node, place);
        return ts.visitEachChild(node, visitor(place), context);
      };

    function visitFunction(node: ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration): ts.Node {
      const original = ts.getOriginalNode(node);
      if (isGenerator(node)) return visitGenerator(node, original, 'generator');
      return ts.visitEachChild(node, visitor({ written: original }), context);
    }

    function visitGenerator<Node extends GeneratorNode>(node: Node, original: ts.Node, type: FrameType): Node {
      const visited = ts.visitEachChild(node, visitor({ written: original, frame: type }), context);
      const texts = [nameFunction(original), type].map((text) => factory.createStringLiteral(text));
      const last = file.getLineAndCharacterOfPosition(original.end).line + 1;
      return wrapBody(factory, names, visited, [...texts, ...numbers(lineOf(original)), ...numbers(last)]);
    }

    /** The helper calls of lowered functions carry the body as a generator function. */
    function visitCall(node: ts.CallExpression, place: Place): ts.Node {
      const body = bodies.get(ts.isIdentifier(node.expression) ? node.expression.text : '');
      if (body === undefined) return ts.visitEachChild(node, visitor(place), context);
      const args = node.arguments.map((argument) => {
        if (!ts.isFunctionExpression(argument) || !isGenerator(argument)) {
          return ts.visitNode(argument, visitor(place), ts.isExpression);
        }
        if (!body.isLowered || place.written === undefined) {
          return visitGenerator(argument, ts.getOriginalNode(argument), body.type);
        }
        const make = visitGenerator(argument, place.written, body.type);
        return callNamed(factory, names, make, nameFunction(place.written));
      });
      return factory.updateCallExpression(node, node.expression, undefined, args);
    }

    function visitForAwait(node: ts.ForStatement, place: Place): ts.Node {
      const inHeader = visitor({ ...place, header: lineOf(node) });
      return factory.updateForStatement(
        node,
        ts.visitNode(node.initializer, inHeader, ts.isForInitializer),
        ts.visitNode(node.condition, inHeader, ts.isExpression),
        ts.visitNode(node.incrementor, inHeader, ts.isExpression),
        ts.visitNode(node.statement, visitor(place), ts.isStatement),
      );
    }

    function visitTry(node: ts.TryStatement, place: Place): ts.Node {
      const using = node.tryBlock.statements.findLast(isAwaitUsing);
      return factory.updateTryStatement(
        node,
        ts.visitNode(node.tryBlock, visitor(place), ts.isBlock),
        ts.visitNode(node.catchClause, visitor(place), ts.isCatchClause),
        ts.visitNode(node.finallyBlock, visitor({ ...place, header: using && lineOf(using) }), ts.isBlock),
      );
    }

    function visitYield(node: ts.YieldExpression, place: Place): ts.Node {
      const line = numbers(lineOf(node) ?? place.header);
      const value = ts.visitNode(node.expression, visitor(place), ts.isExpression) ?? factory.createVoidZero();
      const star = factory.createToken(ts.SyntaxKind.AsteriskToken);
      if (place.frame === 'coroutine')
        return factory.updateYieldExpression(node, undefined, onFrame('awaits', [value, ...line]));
      if (ts.isCallExpression(value) && isCallOf(value, '__await')) {
        const awaits = onFrame('awaits', [...value.arguments, ...line]);
        const call = factory.updateCallExpression(value, value.expression, undefined, [awaits]);
        return factory.updateYieldExpression(node, undefined, call);
      }
      if (ts.isCallExpression(value) && isCallOf(value, '__asyncDelegator')) {
        const delegates = onFrame('asyncDelegates', [...value.arguments, ...line]);
        const call = factory.updateCallExpression(value, value.expression, undefined, [delegates]);
        return factory.updateYieldExpression(node, star, onFrame('asyncYields', [call]));
      }
      if (node.asteriskToken === undefined) {
        return factory.updateYieldExpression(node, star, onFrame('yields', [value, ...line]));
      }
      const text = (node.expression && written(node.expression)?.getText(file)) ?? '';
      const delegates = onFrame('delegates', [value, ...line, factory.createStringLiteral(text)]);
      return factory.updateYieldExpression(node, star, delegates);
    }

    const visited = ts.visitEachChild(file, visitor({}), context);
    return insertAfterPrologue(factory, visited, nameDeclarations(factory, names, visited.statements));
  };
}

/** Functions that take the body of another as a generator function; the first two are called by lowered code. */
const bodies: ReadonlyMap<string, { readonly type: FrameType; readonly isLowered: boolean }> = new Map([
  ['__awaiter', { type: 'coroutine', isLowered: true }],
  ['__asyncGenerator', { type: 'async-generator', isLowered: true }],
  ['asyncGenerator', { type: 'async-generator', isLowered: false }],
]);

function isCallOf(call: ts.CallExpression, name: string): boolean {
  return ts.isIdentifier(call.expression) && call.expression.text === name;
}

function isAwaitUsing(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer !== undefined &&
      ts.isCallExpression(initializer) &&
      isCallOf(initializer, '__addDisposableResource') &&
      initializer.arguments[2]?.kind === ts.SyntaxKind.TrueKeyword,
  );
}
