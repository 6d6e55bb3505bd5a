import type { Future } from '@yieldpoint/scheduler';

/** How `null`, booleans and special numbers are spelled. */
type Spelling = {
  readonly word: (value: null | undefined | boolean) => string;
  readonly number: (value: number) => string;
};

const python: Spelling = {
  word: (value) => (value === true ? 'True' : value === false ? 'False' : 'None'),
  number: (value) =>
    Number.isNaN(value) ? 'nan' : Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf',
};
const typescript: Spelling = { word: String, number: String };

const longest = 200;
const mostItems = 20;
const deepest = 5;

/**
 * Returns a value as short text for a trace, spelled as Python's `repr` spells it wherever both languages have the value, so
 * that equal runs have equal traces: `None` (for `null` and `undefined`), `True`, `'text'`, `[1, 2]`, `{'a': 1}`, `<Task name>`.
 * At most 200 characters. Never throws.
 */
export function describeValue(value: unknown): string {
  return clip(describeSafely(value, python));
}

/** Returns what `console.log` prints: texts as they are, all else as TypeScript spells it, with a space between. */
export function formatPrinted(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : describeSafely(value, typescript))).join(' ');
}

/** Cuts a text to `most` characters, the last of which then is an ellipsis. */
export function clip(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A name, message or tag may be a getter of the program, which may throw. */
function describeSafely(value: unknown, spelling: Spelling): string {
  try {
    return describe(value, spelling, 0);
  } catch {
    return `<${typeof value}>`;
  }
}

function describe(value: unknown, spelling: Spelling, depth: number): string {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
      return spelling.word(value);
    case 'string':
      return quote(value);
    case 'number':
      return spelling.number(value);
    case 'bigint':
      return String(value);
    case 'symbol':
      return value.toString();
    case 'function':
      return isClass(value) ? `<class ${ownName(value)}>` : `<function ${ownName(value)}>`;
    case 'object':
      return value === null ? spelling.word(value) : describeObject(value, spelling, depth);
  }
}

function describeObject(value: object, spelling: Spelling, depth: number): string {
  const inner = (item: unknown): string => describe(item, spelling, depth + 1);
  const pair = ([key, item]: readonly [unknown, unknown]): string => `${inner(key)}: ${inner(item)}`;
  const list = <Item>(items: readonly Item[], show: (item: Item) => string): string =>
    depth >= deepest && items.length > 0
      ? '...'
      : [...items.slice(0, mostItems).map(show), ...(items.length > mostItems ? ['...'] : [])].join(', ');
  if (Array.isArray(value)) return `[${list([...(value as unknown[])], inner)}]`;
  if (value instanceof Map) return `{${list([...(value as Map<unknown, unknown>)], pair)}}`;
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${list([...(value as Set<unknown>)], inner)}}`;
  if (value instanceof Error) return `${errorName(value)}(${value.message === '' ? '' : quote(errorMessage(value))})`;
  const name = className(value);
  if (name === 'Object') return `{${list(ownEntries(value), pair)}}`;
  if (name === 'Task') return `<Task ${taskName(value)}>`;
  return name === 'Future' ? `<Future ${futureState(value as Future)}>` : `<${name}>`;
}

/** Entries of a plain object; a getter shows as `…` instead of being called. */
function ownEntries(value: object): [string, unknown][] {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(value));
  return properties
    .filter(([, { enumerable }]) => enumerable)
    .map(([key, property]) => [key, 'value' in property ? property.value : undefined]);
}

function className(value: object): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Generator' || tag === 'Promise') return tag.toLowerCase();
  const prototype = Object.getPrototypeOf(value) as { constructor?: unknown } | null;
  if (prototype === null) return 'Object';
  return typeof prototype.constructor === 'function' ? ownName(prototype.constructor) : tag;
}

function futureState(future: Future): string {
  return future.cancelled() ? 'cancelled' : future.done() ? 'finished' : 'pending';
}

function taskName(task: object): string {
  return 'getName' in task && typeof task.getName === 'function' ? String((task.getName as () => unknown)()) : '';
}

function ownName(value: { readonly name: unknown }): string {
  return typeof value.name === 'string' && value.name !== '' ? value.name : '<anonymous>';
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- any function whatever
function isClass(value: Function): boolean {
  return Function.prototype.toString.call(value).startsWith('class');
}

/** The name of an error, whatever the program has made of it. */
export function errorName(error: Error): string {
  return typeof error.name === 'string' && error.name !== '' ? error.name : 'Error';
}

/** The message of an error, whatever the program has made of it. */
export function errorMessage(error: Error): string {
  return typeof error.message === 'string' ? error.message : describeValue(error.message);
}

/** As Python's `repr` of a string: single quotes, unless that saves escaping them. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll(/[\\\x00-\x1f\x7f]/g, (character) => escapes.get(character) ?? hex(character));
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const hex = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
