import { isFuture, Task } from '@yieldpoint/scheduler';

/** Items of one collection that are shown, and values in all, however they are nested. */
const mostItems = 20;
const mostValues = 100;

const longest = 200;
const deepest = 5;

/**
 * Returns a value as short text for a trace, spelled as Python's `repr` spells it wherever both languages have the value, so
 * that equal runs have equal traces: `None` (for `null` and `undefined`), `True`, `'text'`, `[1, 2]`, `{'a': 1}`, `<Task name>`.
 * At most 200 characters. Never throws.
 */
export function describeValue(value: unknown): string {
  return clip(new Description().of(value));
}

/** Cuts a text to `most` characters, the last of which then is an ellipsis. */
export function clip(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Returns what `read` gives, or `otherwise` if it throws: whatever a program made may have getters that do. */
export function readSafely<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/**
 * Returns what an error is called: its `name`, unless that is inherited from a class further up; then its class, as in Python,
 * because few who write `class Skip extends Error {}` give it a name as well.
 */
export function errorName(error: Error): string {
  const { constructor, name } = error as { readonly constructor: unknown; readonly name: unknown };
  if (typeof constructor !== 'function' || Object.hasOwn(error, 'name')) return String(name);
  const prototype = constructor.prototype as object;
  return Object.hasOwn(prototype, 'name') || constructor.name === '' ? String(name) : constructor.name;
}

class Description {
  #left = mostValues;

  of(value: unknown, depth = 0): string {
    switch (typeof value) {
      case 'undefined':
      case 'boolean':
        return toWord(value);
      case 'string':
        return quote(clip(value, 2 * longest));
      case 'number':
        return toNumber(value);
      case 'bigint':
      case 'symbol':
        return String(value);
      case 'function':
        return describeFunction(value);
      case 'object':
        if (value === null) return toWord(value);
        return readSafely(() => this.#ofObject(value, depth), '<object>');
    }
  }

  #ofObject(value: object, depth: number): string {
    const inner = (item: unknown): string => this.of(item, depth + 1);
    const pair = ([key, item]: readonly [unknown, unknown]): string => `${inner(key)}: ${inner(item)}`;
    if (Array.isArray(value)) return `[${this.#list(value as unknown[], value.length, inner, depth)}]`;
    if (value instanceof Map) return `{${this.#list(value as Map<unknown, unknown>, value.size, pair, depth)}}`;
    if (value instanceof Set) {
      return value.size === 0 ? 'set()' : `{${this.#list(value as Set<unknown>, value.size, inner, depth)}}`;
    }
    if (value instanceof Error) return `${errorName(value)}(${value.message === '' ? '' : inner(value.message)})`;
    if (value instanceof Task) return `<Task ${value.getName()}>`;
    if (isFuture(value)) return `<Future ${value.cancelled() ? 'cancelled' : value.done() ? 'finished' : 'pending'}>`;
    const name = className(value);
    if (name !== 'Object') return `<${name}>`;
    const entries = plainEntries(value);
    return `{${this.#list(entries, entries.length, pair, depth)}}`;
  }

  #list<Item>(items: Iterable<Item>, size: number, show: (item: Item) => string, depth: number): string {
    const shown: string[] = [];
    if (depth < deepest) {
      for (const item of items) {
        if (shown.length === mostItems || --this.#left < 0) break;
        shown.push(show(item));
      }
    }
    return (shown.length < size ? [...shown, '...'] : shown).join(', ');
  }
}

function toWord(value: null | undefined | boolean): string {
  return value === true ? 'True' : value === false ? 'False' : 'None';
}

function toNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}

/** Entries of a plain object; getters are not called, and look empty. */
function plainEntries(value: object): (readonly [string, unknown])[] {
  return Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, { enumerable }]) => enumerable)
    .map(([key, { value: item }]: [string, { readonly value?: unknown }]) => [key, item] as const);
}

function className(value: object): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Generator' || tag === 'Promise') return tag.toLowerCase();
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  if (prototype === null) return 'Object';
  return typeof prototype.constructor === 'function' ? ownName(prototype.constructor) : tag;
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- any function whatever
function describeFunction(value: Function): string {
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  return `<${isClass ? 'class' : 'function'} ${readSafely(() => ownName(value), '<anonymous>')}>`;
}

function ownName(value: { readonly name: unknown }): string {
  return typeof value.name === 'string' && value.name !== '' ? value.name : '<anonymous>';
}

/** As Python's `repr` of a string: single quotes, unless that saves escaping them. */
export function quote(text: string): string {
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
