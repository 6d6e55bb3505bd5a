import * as scheduler from '@yieldpoint/scheduler';
import type { SyncName } from '@yieldpoint/scheduler';
import * as lowering from '@yieldpoint/scheduler/lowering';
import { type ObjectForm, variableLimits } from '../../trace/event/variables.ts';
import { openSync } from './open-sync.ts';
import { readPrivateFields } from './private-fields.ts';
import { clip } from './quote.ts';
import {
  readClassName,
  findProperty,
  functionText,
  listPrototypes,
  borrowMethod,
  requirePrototype,
  readField,
} from './read-without-running.ts';

/**
 * The content of a value, read without running any code of the program: own data properties by their descriptors, collections by
 * the language's own methods, which are saved here before a program could replace them. Getters are not called, and proxies are not
 * inspected.
 */
export type Opened = {
  readonly form: ObjectForm;
  readonly type: string;
  /** Items; for a `dict` or `instance`, keys and values in turn. The keys of an `instance` are names, shown without quotes. */
  readonly items: readonly unknown[];
  readonly size: number;
  readonly of?: number;
  readonly label?: string;
  readonly sync?: SyncName;
};

const { hasOwn } = Object;
const { apply, ownKeys } = Reflect;
const { entries } = Object;
const { isArray } = Array;
const most = variableLimits.items;

const mapSize = borrowMethod(Map.prototype, 'size');
const mapEntries = borrowMethod(Map.prototype, 'entries');
const setSize = borrowMethod(Set.prototype, 'size');
const setValues = borrowMethod(Set.prototype, 'values');
const mapNext = borrowMethod(requirePrototype(new Map().entries()), 'next') as (
  on: object,
) => IteratorResult<[unknown, unknown]>;
const setNext = borrowMethod(requirePrototype(new Set().values()), 'next') as (on: object) => IteratorResult<unknown>;
const makeGenerator = function* (): Generator<never> {};
const generatorPrototype = requirePrototype(requirePrototype(makeGenerator()));
/** The properties that all coroutines of the scheduler share. */
const coroutinePrototype = outermost(lowering.__awaiter(undefined, undefined, undefined, makeGenerator));
const asyncGeneratorPrototype = requirePrototype(lowering.__asyncGenerator(undefined, undefined, makeGenerator));
const { Context, functionName, Future, Task } = scheduler;

function outermost(value: object): object {
  let prototype = requirePrototype(value);
  while (requirePrototype(prototype) !== Object.prototype) prototype = requirePrototype(prototype);
  return prototype;
}

/** The classes of the scheduler, whose fields are internal. */
const libraryPrototypes = new Set<unknown>([
  coroutinePrototype,
  asyncGeneratorPrototype,
  ...Object.values(scheduler).flatMap((value) => (typeof value === 'function' ? [value.prototype as unknown] : [])),
]);
libraryPrototypes.delete(undefined);

/** Opens an object that is not a proxy. An object that only looks like a collection is not opened. */
export function openObject(value: object): Opened {
  try {
    return open(value);
  } catch {
    return { form: 'opaque', type: readClassName(value), items: [], size: 0 };
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
  const type = readClassName(value);
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
  return { form: 'list', type: readClassName(value), items, size: length };
}

function openMap(value: object): Opened {
  const items: unknown[] = [];
  const entries = mapEntries(value) as object;
  for (let next = mapNext(entries); next.done !== true && items.length < 2 * most; next = mapNext(entries)) {
    items.push(next.value[0], next.value[1]);
  }
  return { form: 'dict', type: readClassName(value), items, size: mapSize(value) as number };
}

function openSet(value: object): Opened {
  const items: unknown[] = [];
  const values = setValues(value) as object;
  for (let next = setNext(values); next.done !== true && items.length < most; next = setNext(values)) {
    items.push(next.value);
  }
  return { form: 'set', type: readClassName(value), items, size: setSize(value) as number };
}

/** The variables of a context, sorted by name like in the Python recorder, because CPython keeps no order. */
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
    // The scheduler's own coroutines compute their name; no program can make a class of them.
    const isOwn = property?.get !== undefined && prototypes.includes(coroutinePrototype);
    const name = isOwn ? apply(property.get as () => unknown, value, []) : property?.value;
    if (typeof name === 'string') return clip(name);
  }
  return undefined;
}

const suspendable = [
  [generatorPrototype, 'generator'],
  [coroutinePrototype, 'coroutine'],
  [asyncGeneratorPrototype, 'async-generator'],
] as const;

/** The scheduler's states of a future that are distinguished here. */
const [pending, cancelled] = [0, 4];

function readNumber(value: object): { readonly of?: number } {
  const id = readField(value, '_id');
  return typeof id === 'number' && id > 0 ? { of: id } : {};
}

/** The body of a function of the language in this engine: V8 writes it in one line, the others in three. */
const nativeBody = functionText(Object).slice(functionText(Object).indexOf('{'));

/** Whether a class is one of the language's own whose objects have content that no property shows: dates, buffers, promises. */
function isForeign(prototypes: readonly object[]): boolean {
  const last = prototypes.at(-2);
  const made: unknown = last && readField(last, 'constructor');
  return typeof made === 'function' && functionText(made).endsWith(nativeBody);
}

/** The own data properties that one sees when looking at an object, after the private fields that its classes expose. */
function listEntries(
  value: object,
  prototypes: readonly object[],
): { readonly items: readonly unknown[]; readonly size: number } {
  const items: unknown[] = [];
  let size = 0;
  for (const prototype of [...prototypes].reverse()) {
    for (const [key, field] of entries(readPrivateFields(prototype, value))) {
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
