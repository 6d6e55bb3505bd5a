import { listParts } from './check-program.ts';
import { listBodies, type Body, type Program, type Statement, type Expression } from './program.ts';

/** Yields programs that are a little simpler than this one, with large cuts first. They need not be well-formed. */
export function* simplifyProgram({ functions }: Program): Generator<Program> {
  for (const [index, written] of [...functions.entries()].reverse()) {
    for (const body of simplifyBody(written.body)) {
      yield { functions: functions.with(index, { ...written, body }) };
    }
  }
}

function* simplifyBody(body: Body): Generator<Body> {
  for (let size = body.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= body.length; at += size) yield body.toSpliced(at, size);
  }
  for (const [at, statement] of body.entries()) {
    for (const simpler of simplifyStatement(statement)) yield body.toSpliced(at, 1, ...simpler);
  }
}

function* simplifyStatement(statement: Statement): Generator<Body> {
  for (const body of listBodies(statement)) yield body;
  switch (statement.do) {
    case 'print':
      if (statement.values.length > 1) {
        for (const at of statement.values.keys()) yield [{ ...statement, values: statement.values.toSpliced(at, 1) }];
      }
      for (const [at, value] of statement.values.entries()) {
        for (const simpler of simplifyValue(value))
          yield [{ ...statement, values: statement.values.with(at, simpler) }];
      }
      return;
    case 'evaluate':
    case 'set':
    case 'throw':
    case 'return':
      for (const value of simplifyValue(statement.value)) yield [{ ...statement, value }];
      return;
    case 'if': {
      const { else: otherwise, ...rest } = statement;
      if (otherwise) yield [rest];
      for (const test of simplifyValue(statement.test)) yield [{ ...statement, test }];
      for (const body of simplifyBody(statement.body)) yield [{ ...statement, body }];
      for (const body of simplifyBody(otherwise ?? [])) yield [{ ...statement, else: body }];
      return;
    }
    case 'try': {
      const { catch: handler, finally: last, ...rest } = statement;
      if (handler && last) yield* [[{ ...rest, catch: handler }], [{ ...rest, finally: last }]];
      for (const body of simplifyBody(statement.body)) yield [{ ...statement, body }];
      for (const body of simplifyBody(handler?.body ?? [])) {
        if (handler) yield [{ ...statement, catch: { ...handler, body } }];
      }
      for (const body of simplifyBody(last ?? [])) yield [{ ...statement, finally: body }];
      return;
    }
    case 'repeat':
      if (statement.times > 1) yield [{ ...statement, times: statement.times - 1 }];
      for (const body of simplifyBody(statement.body)) yield [{ ...statement, body }];
      return;
    case 'for':
      for (const of of simplifyValue(statement.of)) yield [{ ...statement, of }];
      for (const body of simplifyBody(statement.body)) yield [{ ...statement, body }];
      return;
    case 'with': {
      const { using, ...rest } = statement;
      if (using === true) yield [rest];
      for (const manager of simplifyValue(statement.manager)) yield [{ ...statement, manager }];
      for (const body of simplifyBody(statement.body)) yield [{ ...statement, body }];
      return;
    }
    default:
      return;
  }
}

function* simplifyValue(value: Expression): Generator<Expression> {
  if (typeof value === 'number') {
    if (value > 1) yield* [0, 1];
    else if (value !== 0 && value !== 1) yield 0;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const isWait = (part: Expression): boolean => typeof part === 'object' && part !== null && !('method' in value);
  if (!('await' in value) && !('yield' in value)) {
    for (const part of listParts(value)) if (isWait(part)) yield part;
  }
  if ('call' in value || 'thread' in value) yield { asyncio: 'sleep', args: [0] };
  if ('later' in value && value.later > 1) yield { later: 1 };
  if ('collect' in value && (value.map ?? value.where) !== undefined) yield { collect: value.collect };
  if ('list' in value) {
    for (const at of value.list.keys()) yield { list: value.list.toSpliced(at, 1) };
    for (const list of simplifyItems(value.list)) yield { list };
  }
  if ('await' in value) for (const awaited of simplifyValue(value.await)) yield { await: awaited };
  if ('options' in value) {
    const { options, ...rest } = value;
    yield rest;
    for (const name of Object.keys(options)) {
      yield { ...value, options: Object.fromEntries(Object.entries(options).filter(([each]) => each !== name)) };
    }
  }
  if ('args' in value) {
    if ('method' in value && value.args.length > 0) yield { ...value, args: value.args.slice(0, -1) };
    for (const args of simplifyItems(value.args)) yield { ...value, args };
  }
}

function* simplifyItems(items: readonly Expression[]): Generator<readonly Expression[]> {
  for (const [at, item] of items.entries()) for (const simpler of simplifyValue(item)) yield items.with(at, simpler);
}
