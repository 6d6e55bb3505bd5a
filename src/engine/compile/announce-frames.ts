import ts from 'typescript';
import { type Following, isFrameFunction } from './announce-lines.ts';
import {
  callNamed,
  isGeneratorFunction,
  nameDeclarations,
  nameMethods,
  exposePrivateFields,
} from './generator-functions.ts';
import { type FunctionNode, hasBody, wrapBody } from './wrap-body.ts';
import { insertAfterPrologue } from './insert-after-prologue.ts';
import { nameFunction } from './name-function.ts';
import type { ProbeNames } from './probe-names.ts';
import type { FunctionKind } from './probes.ts';
import { listOuterVariables, listParameters, readScope } from './variables-in-scope.ts';

/** What is known at a node: the function that contains it, and the frame, if that function has one. */
type Place = {
  /** The enclosing function as written. */
  readonly written?: ts.Node;
  readonly frame?: FunctionKind | undefined;
  /** How many frames there are around it; the innermost is named by this number. */
  readonly depth: number;
  /** Whether it is evaluated before its frame is entered, like the default of a parameter. */
  readonly isEarly?: boolean;
  /** The line to report for awaits that the compiler added: the header of a `for await`, the `await using`. */
  readonly header?: number | undefined;
};

/**
 * Makes every generator function announce its activations, and each of its yields the values that pass through it. Runs after
 * lowering, when coroutine functions and async generator functions are generator functions too. If everything is recorded, plain
 * functions announce their activations as well, and all functions report their arguments.
 */
export function announceFrames(names: ProbeNames, following: Following): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
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
        if (ts.isClassLike(node)) {
          const made = nameMethods(factory, names, ts.visitEachChild(node, visitor(place), context));
          return following === 'full' ? exposePrivateFields(factory, names, made) : made;
        }
        if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return visitFunction(node, place);
        if (ts.isCallExpression(node)) return visitCall(node, place);
        if (ts.isParameter(node)) return ts.visitEachChild(node, visitor({ ...place, isEarly: true }), context);
        if (ts.isBlock(node)) {
          const { statements } = ts.visitEachChild(node, visitor(place), context);
          return factory.updateBlock(node, [...nameDeclarations(factory, names, statements), ...statements]);
        }
        if (place.frame === undefined) return ts.visitEachChild(node, visitor(place), context);
        if (ts.isReturnStatement(node) && node.expression !== undefined) {
          const value = ts.visitNode(node.expression, visitor(place), ts.isExpression);
          return factory.updateReturnStatement(node, names.call(place.depth, 'returns', [value]));
        }
        if (place.frame === 'function') return ts.visitEachChild(node, visitor(place), context);
        if (ts.isYieldExpression(node)) return visitYield(node, place);
        if (ts.isForStatement(node) && ts.isForOfStatement(ts.getOriginalNode(node))) return visitForAwait(node, place);
        if (ts.isTryStatement(node)) return visitTry(node, place);
        return ts.visitEachChild(node, visitor(place), context);
      };

    function visitFunction(node: ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration, place: Place): ts.Node {
      const original = ts.getOriginalNode(node);
      if (isGeneratorFunction(node)) return visitFrame(node, original, 'generator', place);
      if (isPlain(node, original)) return visitFrame(node, original, 'function', place);
      return ts.visitEachChild(node, visitor({ ...place, written: original, frame: undefined }), context);
    }

    /** Whether a function is one that the program itself contains and that cannot suspend. */
    function isPlain(node: ts.Node, original: ts.Node): node is FunctionNode {
      return following === 'full' && original.pos >= 0 && hasBody(node) && !isFrameFunction(original);
    }

    function visitFrame<Node extends FunctionNode>(
      node: Node,
      original: ts.Node,
      type: FunctionKind,
      { depth: outside, isEarly = false }: Place,
    ): Node {
      const depth = outside + 1;
      const visited = ts.visitEachChild(node, visitor({ written: original, frame: type, depth }), context);
      const texts = [nameFunction(original), type].map((text) => factory.createStringLiteral(text));
      const last = file.getLineAndCharacterOfPosition(original.end).line + 1;
      const enter = [...texts, ...numbers(lineOf(original)), ...numbers(last)];
      if (following === 'full' && ts.isFunctionLike(original)) {
        const outer = isEarly ? factory.createVoidZero() : names.frameAt(outside);
        enter.push(readScope(factory, listParameters(original)), outer);
        const shared = listOuterVariables(original).map((name) => factory.createStringLiteral(name));
        if (shared.length > 0) enter.push(factory.createArrayLiteralExpression(shared));
      }
      return wrapBody(factory, names, visited, enter, depth);
    }

    /** The helper calls of lowered functions carry the body as a generator function. */
    function visitCall(node: ts.CallExpression, place: Place): ts.Node {
      const body = bodies.get(ts.isIdentifier(node.expression) ? node.expression.text : '');
      if (body === undefined) return ts.visitEachChild(node, visitor(place), context);
      const args = node.arguments.map((argument) => {
        if (!ts.isFunctionExpression(argument) || !isGeneratorFunction(argument)) {
          return ts.visitNode(argument, visitor(place), ts.isExpression);
        }
        if (!body.isLowered || place.written === undefined) {
          return visitFrame(argument, ts.getOriginalNode(argument), body.type, place);
        }
        const make = visitFrame(argument, place.written, body.type, place);
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
        return factory.updateYieldExpression(node, undefined, names.call(place.depth, 'awaits', [value, ...line]));
      if (ts.isCallExpression(value) && isCallOf(value, '__await')) {
        const awaits = names.call(place.depth, 'awaits', [...value.arguments, ...line]);
        const call = factory.updateCallExpression(value, value.expression, undefined, [awaits]);
        return factory.updateYieldExpression(node, undefined, call);
      }
      if (ts.isCallExpression(value) && isCallOf(value, '__asyncDelegator')) {
        const delegates = names.call(place.depth, 'asyncDelegates', [...value.arguments, ...line]);
        const call = factory.updateCallExpression(value, value.expression, undefined, [delegates]);
        return factory.updateYieldExpression(node, star, names.call(place.depth, 'asyncYields', [call]));
      }
      if (node.asteriskToken === undefined) {
        return factory.updateYieldExpression(node, star, names.call(place.depth, 'yields', [value, ...line]));
      }
      const text = (node.expression && written(node.expression)?.getText(file)) ?? '';
      const delegates = names.call(place.depth, 'delegates', [value, ...line, factory.createStringLiteral(text)]);
      return factory.updateYieldExpression(node, star, delegates);
    }

    const visited = ts.visitEachChild(file, visitor({ depth: 0 }), context);
    return insertAfterPrologue(factory, visited, nameDeclarations(factory, names, visited.statements));
  };
}

/** Functions that take another function's body as a generator function; lowered code calls the first two. */
const bodies: ReadonlyMap<string, { readonly type: FunctionKind; readonly isLowered: boolean }> = new Map([
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
