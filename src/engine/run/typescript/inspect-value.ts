import * as scheduler from '@yieldpoint/scheduler';
import { nameError, readSafely } from './describe-value.ts';
import { quoteForConsole } from './quote.ts';

/** The most levels and items of a value that are shown; beyond that the text says how many more there are. */
const deepest = 5;
const mostItems = 100;
const mostValues = 10_000;

/**
 * Returns a value as a browser's console prints it, in one line: `{a: 1, b: 'x'}`, `Map(1) {'k' => 1}`, `Task {name: 'fetch'}`.
 * Getters are not called. Never throws.
 */
export function inspectValue(value: unknown): string {
  return new Inspection().of(value, 0);
}

class Inspection {
  readonly #open: object[] = [];
  #left = mostValues;

  of(value: unknown, depth: number): string {
    this.#left--;
    switch (typeof value) {
      case 'string':
        return quoteForConsole(value);
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return `${value}n`;
      case 'function':
        return readSafely(() => nameOfFunction(value), '[Function]');
      case 'object':
        if (value === null) return 'null';
        return readSafely(() => this.#ofObject(value, depth), '[Object]');
      default:
        return String(value);
    }
  }

  #ofObject(value: object, depth: number): string {
    if (this.#open.includes(value)) return '[Circular]';
    if (value instanceof Error) return describeThrown(value);
    if (value instanceof scheduler.Context) {
      const entries = this.#ofEach(
        value.entries(),
        value.size,
        ([key, item]) => `${this.of(key, depth)} => ${this.of(item, depth + 1)}`,
      );
      return `Context(${value.size}) ${braces(entries)}`;
    }
    const plain = ofOneWord(value) ?? ofScheduler(value);
    if (plain !== undefined) return plain;
    const name = className(value);
    if (depth >= deepest || this.#left <= 0) {
      return Array.isArray(value) ? `[Array(${value.length})]` : `[${name === '' ? 'Object' : name}]`;
    }
    this.#open.push(value);
    try {
      return this.#ofContents(value, name, depth + 1);
    } finally {
      this.#open.pop();
    }
  }

  #ofContents(value: object, name: string, depth: number): string {
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const items = value as unknown as ArrayLike<unknown>;
      if (value instanceof DataView) return name;
      return `${name === 'Array' ? '' : `${name}(${items.length}) `}[${this.#ofItems(items, depth).join(', ')}]`;
    }
    const inner = (item: unknown): string => this.of(item, depth);
    if (value instanceof Map) {
      const entries = this.#ofEach(value.entries(), value.size, ([key, item]) => `${inner(key)} => ${inner(item)}`);
      return `${name}(${value.size}) ${braces(entries)}`;
    }
    if (value instanceof Set) {
      return `${name}(${value.size}) ${braces(this.#ofEach(value.values(), value.size, inner))}`;
    }
    const fields = braces(this.#ofFields(value, depth));
    return name === 'Object' ? fields : `${name} ${fields}`.trim();
  }

  #ofItems(items: ArrayLike<unknown>, depth: number): readonly string[] {
    const shown: string[] = [];
    for (let at = 0; at < items.length; at++) {
      if (shown.length === mostItems || at > mostValues || this.#left <= 0)
        return [...shown, `… ${items.length - at} more`];
      let empty = 0;
      while (at + empty < items.length && empty < mostValues && !Object.hasOwn(items, at + empty)) empty++;
      if (empty > 0) shown.push(empty === 1 ? 'empty' : `empty × ${empty}`);
      else shown.push(this.of(items[at], depth));
      at += Math.max(0, empty - 1);
    }
    return shown;
  }

  #ofEach<Item>(items: Iterable<Item>, size: number, show: (item: Item) => string): readonly string[] {
    const shown: string[] = [];
    for (const item of items) {
      if (shown.length === mostItems || this.#left <= 0) return [...shown, `… ${size - shown.length} more`];
      shown.push(show(item));
    }
    return shown;
  }

  #ofFields(value: object, depth: number): readonly string[] {
    const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
    return this.#ofEach(keys, keys.length, (key) => {
      const field = Object.getOwnPropertyDescriptor(value, key);
      const accessor = field?.get ? (field.set ? '[Getter/Setter]' : '[Getter]') : field?.set ? '[Setter]' : undefined;
      const name =
        typeof key === 'symbol'
          ? `[${String(key)}]`
          : /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)
            ? key
            : quoteForConsole(key);
      return `${name}: ${accessor ?? this.of(field?.value, depth)}`;
    });
  }
}

/** An error inside a line of the console: its name and message. */
export function describeThrown(error: Error): string {
  return readSafely(() => {
    const { message } = error as { readonly message: unknown };
    return message === '' ? nameError(error) : `${nameError(error)}: ${String(message)}`;
  }, 'Error');
}

/** Values that their text shows completely; undefined for any other. */
function ofOneWord(value: object): string | undefined {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (tag === 'Promise') return 'Promise {<pending>}';
  if (tag === 'Generator' && typeof (value as { next?: unknown }).next === 'function') return 'Object [Generator] {}';
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return `[${tag}: ${typeof value.valueOf() === 'string' ? quoteForConsole(String(value)) : String(value)}]`;
  }
  return undefined;
}

const schedulerClasses: ReadonlySet<unknown> = new Set(
  Object.values(scheduler).filter((value) => typeof value === 'function' && value.prototype !== undefined),
);

/** Objects of the scheduler, whose own fields are internal. */
function ofScheduler(value: object): string | undefined {
  if (value instanceof scheduler.Task)
    return `Task {name: ${quoteForConsole(value.getName())}, state: '${stateOf(value)}'}`;
  if (value instanceof scheduler.ContextVar) return `ContextVar {name: ${quoteForConsole(value.name)}}`;
  if (value instanceof scheduler.Token) return `Token {var: ${quoteForConsole(value.var.name)}}`;
  if (scheduler.isFuture(value)) return `Future {state: '${stateOf(value)}'}`;
  const {
    [scheduler.functionName]: name,
    next,
    constructor,
  } = value as {
    readonly [scheduler.functionName]?: unknown;
    readonly next?: unknown;
    readonly constructor?: { readonly name?: unknown };
  };
  if (typeof name === 'string' && typeof next === 'function') return `Coroutine {function: ${quoteForConsole(name)}}`;
  return schedulerClasses.has(constructor) ? `${String(constructor?.name)} {}` : undefined;
}

function stateOf(future: scheduler.Future): string {
  return future.cancelled() ? 'cancelled' : future.done() ? 'done' : 'pending';
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- any function whatever
function nameOfFunction(value: Function): string {
  const text = Function.prototype.toString.call(value);
  const name = typeof value.name === 'string' ? value.name : '';
  if (/^class\b/.test(text)) {
    const base = Object.getPrototypeOf(value) as { readonly name?: unknown } | null;
    const extended = typeof base?.name === 'string' && base.name !== '' ? ` extends ${base.name}` : '';
    return `[class ${name === '' ? '(anonymous)' : name}${extended}]`;
  }
  const kind = text.startsWith('async')
    ? 'AsyncFunction'
    : /^function\s*\*|^\*/.test(text)
      ? 'GeneratorFunction'
      : 'Function';
  return name === '' ? `[${kind} (anonymous)]` : `[${kind}: ${name}]`;
}

function className(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  if (prototype === null) return '[Object: null prototype]';
  const { constructor } = prototype;
  return typeof constructor === 'function' ? constructor.name : '';
}

const braces = (entries: readonly string[]): string => `{${entries.join(', ')}}`;
