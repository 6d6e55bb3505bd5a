import * as scheduler from '@yieldpoint/scheduler';
import type { SyncName } from '@yieldpoint/scheduler';
import * as lowering from '@yieldpoint/scheduler/lowering';
import { type ObjectForm, variableLimits } from '../../trace/event/variables.ts';
import { openSync } from './open-sync.ts';
import { clip, quote } from './quote.ts';
import { isProxy } from './watch-proxies.ts';

/**
 * What is in a value, read without running any code of the program: own data properties by their descriptors, collections by the
 * language's own methods, taken here before a program could replace them. A getter is not called, and a proxy not looked at.
 */
export type Opened = {
  readonly form: ObjectForm;
  readonly type: string;
  /** Items; for a `dict` or `instance`, keys and values in turn. Keys of an `instance` are names, to be told without quotes. */
  readonly items: readonly unknown[];
  readonly size: number;
  readonly of?: number;
  readonly label?: string;
  readonly sync?: SyncName;
};

const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;
const { apply, ownKeys } = Reflect;
const { entries } = Object;
const { isArray } = Array;
const most = variableLimits.items;

/** An own property as it is, without calling its getter. */
type Property = { readonly value?: unknown; readonly get?: unknown; readonly enumerable?: boolean };
const findProperty = getOwnPropertyDescriptor as (value: object, key: PropertyKey) => Property | undefined;
const readField = (value: object, name: PropertyKey): unknown => findProperty(value, name)?.value;

/** One of the language's own methods, as a function of what it is called on. */
function ownMethod(holder: object, name: PropertyKey): (on: object) => unknown {
  const { value, get } = findProperty(holder, name) ?? {};
  const method = (value ?? get) as (...given: unknown[]) => unknown;
  return (on) => apply(method, on, []);
}

const prototypeOf = (value: object): object => getPrototypeOf(value) as object;
const mapSize = ownMethod(Map.prototype, 'size');
const mapEntries = ownMethod(Map.prototype, 'entries');
const setSize = ownMethod(Set.prototype, 'size');
const setValues = ownMethod(Set.prototype, 'values');
const mapNext = ownMethod(prototypeOf(new Map().entries()), 'next') as (
  on: object,
) => IteratorResult<[unknown, unknown]>;
const setNext = ownMethod(prototypeOf(new Set().values()), 'next') as (on: object) => IteratorResult<unknown>;
const functionText = ownMethod(Function.prototype, 'toString') as (on: object) => string;
const makeGenerator = function* (): Generator<never> {};
const generatorPrototype = prototypeOf(prototypeOf(makeGenerator()));
/** What all coroutines of the scheduler have in common. */
const coroutinePrototype = outermost(lowering.__awaiter(undefined, undefined, undefined, makeGenerator));
const asyncGeneratorPrototype = prototypeOf(lowering.__asyncGenerator(undefined, undefined, makeGenerator));
const { Context, ContextVar, functionName, Future, Task, Token } = scheduler;

function outermost(value: object): object {
  let prototype = prototypeOf(value);
  while (prototypeOf(prototype) !== Object.prototype) prototype = prototypeOf(prototype);
  return prototype;
}

/** The classes of the scheduler, whose fields are its own business. */
const libraryPrototypes = new Set<unknown>([
  coroutinePrototype,
  asyncGeneratorPrototype,
  ...Object.values(scheduler).flatMap((value) => (typeof value === 'function' ? [value.prototype as unknown] : [])),
]);
libraryPrototypes.delete(undefined);

/** The text of a value that cannot change and has nothing in it; undefined for an object. */
export function describePrimitive(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return describeText(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : `${value}`;
    case 'bigint':
      return clip(value > longestInt || value < -longestInt ? '<bigint>' : `${value}n`);
    case 'boolean':
    case 'undefined':
      return `${value}`;
    case 'symbol':
      return clip(`Symbol(${value.description ?? ''})`);
    case 'function':
      return isProxy(value) ? '<Proxy>' : describeFunction(value);
    case 'object':
      return value === null ? 'null' : undefined;
  }
}

const longestInt = 10n ** 180n;

function describeText(value: string): string {
  const text = quote(value.length > variableLimits.text ? value.slice(0, variableLimits.text) : value);
  return value.length > variableLimits.text || text.length > variableLimits.text
    ? `${text.slice(0, variableLimits.text - 1)}…`
    : text;
}

/** How to read the private fields of the objects of a class, by its prototype. */
const privateFields = new WeakMap<object, (object: object) => Readonly<Record<string, unknown>>>();

/** The code of a class tells how to read the private fields of its objects, without running any other code of the program. */
export function tellPrivateFields(
  prototype: object,
  read: (object: object) => Readonly<Record<string, unknown>>,
): void {
  privateFields.set(prototype, read);
}

const functions = new WeakMap<object, string>();

/** The text of a function that is not a proxy. */
export function describeFunction(value: object): string {
  const known = functions.get(value);
  if (known !== undefined) return known;
  const isClass = functionText(value).startsWith('class');
  const text = `<${isClass ? 'class' : 'function'} ${readName(value) ?? '<anonymous>'}>`;
  functions.set(value, text);
  return text;
}

/** The name of a function; undefined where it has none that is a text of its own. */
function readName(value: object): string | undefined {
  const name: unknown = readField(value, 'name');
  return typeof name === 'string' && name !== '' ? clip(name) : undefined;
}

/** Whether a variable is only the name under which a function or class was declared. */
export function declares(name: string, value: unknown): boolean {
  return typeof value === 'function' && !isProxy(value) && readField(value, 'name') === name;
}

/**
 * Returns the text of an error, a proxy, or a context variable, which have no content to show; undefined for other objects.
 *
 * @param show writes the error's message
 */
export function describeObject(value: object, show: (message: string) => string = describeText): string | undefined {
  if (isProxy(value)) return '<Proxy>';
  const prototypes = listPrototypes(value);
  if (prototypes.includes(ContextVar.prototype)) return describeContextVar(value);
  if (prototypes.includes(Token.prototype))
    return clip(`<Token var=${describeContextVar(readField(value, 'var') as object)}>`);
  if (!prototypes.includes(Error.prototype)) return undefined;
  const message = readField(value, 'message');
  return clip(`${errorNameOf(value)}(${typeof message === 'string' && message !== '' ? show(message) : ''})`);
}

function describeContextVar(variable: object): string {
  return clip(`<ContextVar name=${describeText(readField(variable, 'name') as string)}>`);
}

/** What an error is called: a name of its own, one that its class gives, or the class. */
function errorNameOf(error: object): string {
  const [prototype = error] = listPrototypes(error);
  for (const each of [error, prototype]) {
    const name = readField(each, 'name');
    if (typeof name === 'string') return clip(name);
  }
  return classNameOf(error);
}

/** Opens an object that is not a proxy. What only seems to be a collection is not looked into. */
export function openObject(value: object): Opened {
  try {
    return open(value);
  } catch {
    return { form: 'opaque', type: classNameOf(value), items: [], size: 0 };
  }
}

function open(value: object): Opened {
  if (isArray(value)) return openArray(value);
  const prototypes = listPrototypes(value);
  const part = openPart(value, prototypes);
  if (part !== undefined) return part;
  if (prototypes.includes(Map.prototype)) return openMap(value);
  if (prototypes.includes(Set.prototype)) return openSet(value);
  if (prototypes.includes(Context.prototype)) return openContext(value);
  const type = classNameOf(value);
  const isPlain = prototypes.length === 0 || (prototypes.length === 1 && prototypes[0] === Object.prototype);
  if (!isPlain && (isForeign(prototypes) || prototypes.some((each) => libraryPrototypes.has(each)))) {
    return { form: 'opaque', type, items: [], size: 0, ...openSync(value, prototypes) };
  }
  const { items, size } = listEntries(value, prototypes);
  return { form: isPlain ? 'dict' : 'instance', type: isPlain ? 'Object' : type, items, size };
}

function openArray(value: readonly unknown[]): Opened {
  const length = readField(value, 'length') as number;
  const items: unknown[] = [];
  for (let index = 0; index < length && index < most; index += 1) {
    items.push(readField(value, index));
  }
  return { form: 'list', type: classNameOf(value), items, size: length };
}

function openMap(value: object): Opened {
  const items: unknown[] = [];
  const entries = mapEntries(value) as object;
  for (let next = mapNext(entries); next.done !== true && items.length < 2 * most; next = mapNext(entries)) {
    items.push(next.value[0], next.value[1]);
  }
  return { form: 'dict', type: classNameOf(value), items, size: mapSize(value) as number };
}

function openSet(value: object): Opened {
  const items: unknown[] = [];
  const values = setValues(value) as object;
  for (let next = setNext(values); next.done !== true && items.length < most; next = setNext(values)) {
    items.push(next.value);
  }
  return { form: 'set', type: classNameOf(value), items, size: setSize(value) as number };
}

/** The variables of a context by their names, as the Python recorder tells them: CPython keeps no order. */
function openContext(value: object): Opened {
  const { items, size } = openMap(readField(value, '_values') as object);
  const nameOf = (at: number): string => readField(items[at] as object, 'name') as string;
  const starts = items.flatMap((_, at) => (at % 2 === 0 ? [at] : []));
  starts.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  return { form: 'dict', type: 'Context', items: starts.flatMap((at) => [items[at], items[at + 1]]), size };
}

/** Tasks, futures and generators. */
function openPart(value: object, prototypes: readonly object[]): Opened | undefined {
  const nothing = { items: [], size: 0 };
  if (prototypes.includes(Task.prototype)) {
    const name = readField(value, '_taskName');
    const label = typeof name === 'string' ? clip(name) : `Task-${String(name)}`;
    return { form: 'task', type: 'Task', ...nothing, label, ...readNumber(value) };
  }
  if (prototypes.includes(Future.prototype)) {
    const state = readField(value, '_state');
    const label = state === pending ? 'pending' : state === cancelled ? 'cancelled' : 'finished';
    return { form: 'future', type: 'Future', ...nothing, label, ...readNumber(value) };
  }
  const form = suspendable.find(([prototype]) => prototypes.includes(prototype))?.[1];
  if (form === undefined) return undefined;
  const name = findName(value, prototypes);
  return { form, type: form, ...nothing, ...(name === undefined ? {} : { label: name }) };
}

function findName(value: object, prototypes: readonly object[]): string | undefined {
  for (const each of [value, ...prototypes]) {
    const property = findProperty(each, functionName);
    // The scheduler's own coroutines work their name out; no program has a class of them.
    const isOwn = property?.get !== undefined && prototypes.includes(coroutinePrototype);
    const name = isOwn ? apply(property.get as () => unknown, value, []) : property?.value;
    if (typeof name === 'string') return clip(name);
  }
  return undefined;
}

/** What an object inherits from, nearest first, up to a proxy: what is behind that is not looked at. */
function listPrototypes(value: object): readonly object[] {
  const found: object[] = [];
  for (
    let each = getPrototypeOf(value) as object | null;
    each && found.length < 20;
    each = getPrototypeOf(each) as object | null
  ) {
    if (isProxy(each)) break;
    found.push(each);
  }
  return found;
}

/** What the class of an object is called. */
export function classNameOf(value: object): string {
  const [prototype] = listPrototypes(value);
  const made: unknown = prototype && readField(prototype, 'constructor');
  if (typeof made !== 'function' || isProxy(made)) return 'Object';
  return readName(made) ?? '<anonymous>';
}

const suspendable = [
  [generatorPrototype, 'generator'],
  [coroutinePrototype, 'coroutine'],
  [asyncGeneratorPrototype, 'async-generator'],
] as const;

/** The scheduler's states of a future that are told apart here. */
const [pending, cancelled] = [0, 4];

function readNumber(value: object): { readonly of?: number } {
  const id = readField(value, '_id');
  return typeof id === 'number' && id > 0 ? { of: id } : {};
}

/** Whether a class is the language's own, whose objects have their content where no property shows it: dates, buffers, promises. */
function isForeign(prototypes: readonly object[]): boolean {
  const last = prototypes.at(-2);
  const made: unknown = last && readField(last, 'constructor');
  return typeof made === 'function' && functionText(made).endsWith('{ [native code] }');
}

/** The own data properties that a plain look at an object shows, after the private fields that its classes tell of. */
function listEntries(
  value: object,
  prototypes: readonly object[],
): { readonly items: readonly unknown[]; readonly size: number } {
  const items: unknown[] = [];
  let size = 0;
  for (const prototype of [...prototypes].reverse()) {
    for (const [key, field] of entries(privateFields.get(prototype)?.(value) ?? {})) {
      size += 1;
      if (items.length < 2 * most) items.push(key, field);
    }
  }
  for (const key of ownKeys(value)) {
    if (typeof key !== 'string') continue;
    const property = findProperty(value, key);
    if (property?.enumerable !== true || !hasOwn(property, 'value')) continue;
    size += 1;
    if (items.length < 2 * most) items.push(key, property.value);
  }
  return { items, size };
}
