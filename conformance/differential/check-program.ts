import {
  listBodies,
  type Body,
  type Program,
  type ProgramFunction,
  type Statement,
  type Expression,
} from './program.ts';

/** The constructs that are allowed at a place. */
type Place = {
  readonly kind: ProgramFunction['kind'];
  readonly inLoop: boolean;
  readonly inWith: boolean;
  readonly inFinally: boolean;
  readonly inCatch: boolean;
};

/** Returns why a description cannot be written in both languages with the same meaning, or undefined if it can. */
export function findFault({ functions }: Program): string | undefined {
  const kinds = new Map(functions.map(({ name, kind }) => [name, kind]));
  const blocks = new Map(functions.map(({ name, seconds }) => [name, seconds]));
  if (kinds.get('main') !== 'coroutine') return 'there is no coroutine main';
  if (kinds.size < functions.length) return 'two functions have one name';

  const bodyFault = (body: Body, place: Place): string | undefined =>
    first(body, (statement) => statementFault(statement, place));

  const statementFault = (statement: Statement, place: Place): string | undefined => {
    const { kind, inLoop, inWith, inFinally, inCatch } = place;
    const values = first(listExpressions(statement), (value) => valueFault(value, place));
    if (values !== undefined) return values;
    switch (statement.do) {
      case 'break':
        return inLoop ? undefined : 'break is outside of a loop';
      case 'return':
        if (inWith || inFinally) return 'return is inside of a with or finally';
        return kind === 'coroutine' || kind === 'blocking' || statement.value === null
          ? undefined
          : `a ${kind} returns a value`;
      case 'rethrow':
        return inCatch ? undefined : 'rethrow is outside of a catch';
      case 'with':
        if (isPlain(kind)) return 'a callback waits';
        return bodyFault(statement.body, { ...place, inWith: true, inLoop: false });
      case 'repeat':
      case 'for':
        if (isPlain(kind) && statement.do === 'for' && statement.kind !== 'plain') return 'a callback waits';
        return bodyFault(statement.body, { ...place, inLoop: true });
      case 'try':
        if (!statement.catch && !statement.finally) return 'a try has neither catch nor finally';
        return (
          bodyFault(statement.body, place) ??
          bodyFault(statement.catch?.body ?? [], { ...place, inCatch: true }) ??
          bodyFault(statement.finally ?? [], { ...place, inFinally: true, inLoop: false, inCatch: false })
        );
      default:
        return first(listBodies(statement), (body) => bodyFault(body, place));
    }
  };

  const valueFault = (value: Expression, place: Place): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('await' in value && isPlain(place.kind)) return 'a callback waits';
    if ('await' in value && !canBeAwaited(value.await)) return 'what is awaited is a plain value';
    if ('collect' in value && isPlain(place.kind)) return 'a callback waits';
    if ('yield' in value && (!handsOut(place.kind) || place.inWith)) return 'a yield is in a wrong place';
    if ('error' in value && !place.inCatch) return 'an error is printed outside of a catch';
    if ('call' in value && !kinds.has(value.call)) return `there is no function ${value.call}`;
    if ('thread' in value && blocks.get(value.thread) !== value.seconds)
      return `there is no ${value.thread} that blocks for ${value.seconds} seconds`;
    if ('name' in value && /^[wac]\d/.test(value.name) && !kinds.has(value.name)) return `there is no ${value.name}`;
    if ('collect' in value && [value.map, value.where].some((name) => name !== undefined && !kinds.has(name)))
      return 'a comprehension calls a function that is not there';
    return first(listParts(value), (part) => valueFault(part, place));
  };

  return first(functions, ({ name, kind, body }) =>
    handsOut(kind) && !yieldsIn(body)
      ? `the generator ${name} yields nothing`
      : bodyFault(body, { kind, inLoop: false, inWith: false, inFinally: false, inCatch: false }),
  );
}

/** Whether a function of this kind can wait for nothing. */
const isPlain = (kind: ProgramFunction['kind']): boolean =>
  kind === 'callback' || kind === 'iterator' || kind === 'blocking';

const handsOut = (kind: ProgramFunction['kind']): boolean => kind === 'generator' || kind === 'iterator';

/** TypeScript allows awaiting a plain value, Python does not. */
function canBeAwaited(value: Expression): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['name', 'call', 'asyncio', 'method', 'thread'].some((key) => key in value)
  );
}

function yieldsIn(body: Body): boolean {
  const isYield = (value: Expression): boolean =>
    (typeof value === 'object' && value !== null && 'yield' in value) || listParts(value).some(isYield);
  return body.some((statement) => listExpressions(statement).some(isYield) || listBodies(statement).some(yieldsIn));
}

/** Returns the values with which a statement begins, without those of its inner bodies. */
export function listExpressions(statement: Statement): readonly Expression[] {
  switch (statement.do) {
    case 'print':
      return statement.values;
    case 'evaluate':
    case 'set':
    case 'throw':
    case 'return':
      return [statement.value];
    case 'if':
      return [statement.test];
    case 'for':
      return [statement.of];
    case 'with':
      return [statement.manager];
    default:
      return [];
  }
}

/** Returns the values that a value consists of. */
export function listParts(value: Expression): readonly Expression[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('list' in value) return value.list;
  if ('await' in value) return [value.await];
  if ('yield' in value) return [value.yield];
  if ('collect' in value) return [value.collect];
  if ('property' in value) return [value.of];
  if ('method' in value) return [value.of, ...value.args, ...Object.values(value.options ?? {})];
  if ('asyncio' in value) return [...value.args, ...Object.values(value.options ?? {})];
  return 'call' in value || 'thread' in value ? value.args : [];
}

function first<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
