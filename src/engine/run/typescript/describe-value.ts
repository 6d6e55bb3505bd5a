import { describeFunction, describeObject } from './describe-object.ts';
import { openObject } from './open-object.ts';
import { readClassName } from './read-without-running.ts';
import { clip, quote } from './quote.ts';
import { isProxy } from './watch-proxies.ts';

/** How many items of one collection are shown, and how many values in total, at any depth. */
const mostItems = 20;
const mostValues = 100;

const longest = 200;
const deepest = 5;

/**
 * Returns a value as short text for a trace, spelled like Python's `repr` if both languages have such a value, so that equal runs
 * have equal traces: `None` (for `null` and `undefined`), `True`, `'text'`, `[1, 2]`, `{'a': 1}`, `<Task name>`. At most 200
 * characters. None of the program's code runs, and nothing is thrown.
 */
export function describeValue(value: unknown): string {
  return clip(new Description().of(value));
}

/** Returns the result of `read`, or `otherwise` if it throws: an object of a program may have getters that throw. */
export function readSafely<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/**
 * Returns the name of an error: its `name`, unless that is inherited from a class further up; then its class, as in Python, because
 * few people who write `class Skip extends Error {}` also set `name`.
 */
export function nameError(error: Error): string {
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
        return isProxy(value) ? '<Proxy>' : describeFunction(value);
      case 'object':
        if (value === null) return toWord(value);
        return readSafely(() => this.#ofObject(value, depth), '<object>');
    }
  }

  #ofObject(value: object, depth: number): string {
    const inner = (item: unknown): string => this.of(item, depth + 1);
    const known = describeObject(value, inner);
    if (known !== undefined) return known;
    const { form, type, items, size, label } = openObject(value);
    switch (form) {
      case 'list':
        return `[${this.#list(items, size, inner, depth)}]`;
      case 'set':
        return size === 0 ? 'set()' : `{${this.#list(items, size, inner, depth)}}`;
      case 'dict':
        return `{${this.#list(pairUp(items), size, ([key, item]) => `${inner(key)}: ${inner(item)}`, depth)}}`;
      case 'task':
      case 'future':
        return `<${type} ${label ?? ''}>`;
      case 'generator':
        return '<generator>';
      default:
        return type === 'Promise' ? '<promise>' : `<${readClassName(value)}>`;
    }
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

function pairUp(items: readonly unknown[]): (readonly [key: unknown, item: unknown])[] {
  const pairs: (readonly [unknown, unknown])[] = [];
  for (let index = 0; index < items.length; index += 2) pairs.push([items[index], items[index + 1]]);
  return pairs;
}
