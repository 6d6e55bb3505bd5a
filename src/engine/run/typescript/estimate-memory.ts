import { readPrivateFields } from './private-fields.ts';
import { borrowMethod, findProperty, listPrototypes, readField, requirePrototype } from './read-without-running.ts';
import { isProxy } from './watch-proxies.ts';

/** How much the variables of a program hold, in bytes, and the name of the one that holds most. */
type MemoryEstimate = { readonly bytes: number; readonly largest: string | undefined };

const { isArray } = Array;
const { ownKeys } = Reflect;
const { floor, min } = Math;
const { values: valuesOf } = Object;

/** Objects that one estimate looks at, and parts of one of them that stand for all its parts. */
const mostObjects = 20_000;
const mostParts = 32;

/** Bytes that engines need at least for an object or a text, a place in an object, and an entry of a `Map` or `Set`. */
const sizes = { object: 16, text: 16, place: 8, entry: 32 } as const;

/** A text with more characters than this is not compared as a whole. */
const longText = 1000;

const mapSize = borrowMethod(Map.prototype, 'size') as (on: object) => number;
const setSize = borrowMethod(Set.prototype, 'size') as (on: object) => number;
const mapEntries = borrowMethod(Map.prototype, 'entries') as (on: object) => object;
const setValues = borrowMethod(Set.prototype, 'values') as (on: object) => object;
const mapNext = borrowMethod(requirePrototype(new Map().entries()), 'next') as (
  on: object,
) => IteratorResult<[unknown, unknown]>;
const setNext = borrowMethod(requirePrototype(new Set().values()), 'next') as (on: object) => IteratorResult<unknown>;
const bufferBytes = borrowMethod(ArrayBuffer.prototype, 'byteLength') as (on: object) => number;
const viewBuffer = borrowMethod(requirePrototype(Uint8Array.prototype), 'buffer') as (on: object) => object;
const typedArrayPrototype = requirePrototype(Uint8Array.prototype);

/** An object to look at: it stands for so many like it. */
type Waiting = { readonly value: object; readonly weight: number };

/**
 * Estimates the memory that is reached from variables. No engine tells a worker how much memory it uses, so this counts what can be
 * seen without running any code of the program: the length of arrays and texts, the bytes of buffers, the entries of collections, the
 * properties of objects. Of many parts a few stand for all.
 *
 * It is rather too small than too large: what only a closure or a suspended function refers to is not seen, and an object or a text that
 * is in many places counts once.
 *
 * @param most the estimate ends when it has counted more bytes than this
 */
export function estimateMemory(variables: Iterable<readonly [string, unknown]>, most: number): MemoryEstimate {
  const seen = new Set<object>();
  let [bytes, largest, largestBytes] = [0, undefined as string | undefined, 0];
  for (const [name, value] of variables) {
    const own = measure(value, seen, most - bytes);
    bytes += own;
    if (own > largestBytes) [largest, largestBytes] = [name, own];
    if (bytes > most) break;
  }
  return { bytes, largest };
}

function measure(root: unknown, seen: Set<object>, most: number): number {
  const waiting: Waiting[] = [];
  let bytes = 0;
  const add = (parts: readonly unknown[], count: number, weight: number): void => {
    bytes += weight * addParts(parts, count, weight, { seen, waiting });
  };
  add([root], 1, 1);
  for (let next = waiting.pop(); next !== undefined && bytes <= most; next = waiting.pop()) {
    const { value, weight } = next;
    const { own, parts, count } = open(value);
    bytes += weight * own;
    if (parts.length > 0) add(parts, count, weight);
  }
  return bytes;
}

/**
 * Counts the texts among the parts of an object and returns their bytes; its objects will be looked at. Parts that were seen before, in
 * this object or elsewhere, count nothing. If they are the larger half, the others stand only for themselves.
 */
function addParts(
  parts: readonly unknown[],
  count: number,
  weight: number,
  { seen, waiting }: { readonly seen: Set<object>; readonly waiting: Waiting[] },
): number {
  const texts: string[] = [];
  const objects: object[] = [];
  let repeated = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (texts.some((text) => areSame(text, part))) repeated += 1;
      else texts.push(part);
    } else if (typeof part === 'object' && part !== null && !isProxy(part)) {
      if (seen.has(part)) repeated += 1;
      else if (seen.size < mostObjects) {
        seen.add(part);
        objects.push(part);
      }
    }
  }
  const isVaried = repeated <= texts.length + objects.length;
  const share = isVaried ? count / parts.length : 1;
  for (const value of objects) waiting.push({ value, weight: weight * share });
  return share * texts.reduce((sum, { length }) => sum + sizes.text + length, 0);
}

/** Whether two texts may be one. Long ones are judged by their lengths and some characters, because to compare them takes long. */
function areSame(one: string, other: string): boolean {
  const { length } = one;
  if (length !== other.length) return false;
  if (length <= longText) return one === other;
  return [0, length >> 1, length - 1].every((at) => one.charCodeAt(at) === other.charCodeAt(at));
}

/** The bytes of an object itself, some of its parts, and how many parts there are. */
type OpenedParts = { readonly own: number; readonly parts: readonly unknown[]; readonly count: number };

function open(value: object): OpenedParts {
  try {
    if (isArray(value)) return openArray(value);
    const prototypes = listPrototypes(value);
    if (prototypes.includes(ArrayBuffer.prototype)) return { own: bufferBytes(value), parts: [], count: 0 };
    if (prototypes.includes(typedArrayPrototype)) return { own: sizes.object, parts: [viewBuffer(value)], count: 1 };
    if (prototypes.includes(Map.prototype)) return openMap(value);
    if (prototypes.includes(Set.prototype)) return openSet(value);
    return openProperties(value, prototypes);
  } catch {
    // An object that only looks like one of the language's own, or too little room on the stack.
    return { own: 0, parts: [], count: 0 };
  }
}

/** Places that were never assigned may take no memory. */
function openArray(value: object): OpenedParts {
  const length = readField(value, 'length') as number;
  const taken = min(length, mostParts);
  const parts: unknown[] = [];
  for (let index = 0; index < taken; index += 1) {
    const property = findProperty(value, floor((index * length) / taken));
    if (property !== undefined) parts.push(property.value);
  }
  const count = taken === 0 ? 0 : (length * parts.length) / taken;
  return { own: sizes.object + count * sizes.place, parts, count };
}

function openMap(value: object): OpenedParts {
  const parts: unknown[] = [];
  const entries = mapEntries(value);
  for (let next = mapNext(entries); next.done !== true && parts.length < 2 * mostParts; next = mapNext(entries))
    parts.push(next.value[0], next.value[1]);
  const size = mapSize(value);
  return { own: sizes.object + size * sizes.entry, parts, count: 2 * size };
}

function openSet(value: object): OpenedParts {
  const parts: unknown[] = [];
  const values = setValues(value);
  for (let next = setNext(values); next.done !== true && parts.length < mostParts; next = setNext(values))
    parts.push(next.value);
  const size = setSize(value);
  return { own: sizes.object + size * sizes.entry, parts, count: size };
}

function openProperties(value: object, prototypes: readonly object[]): OpenedParts {
  const parts: unknown[] = [];
  for (const prototype of prototypes) parts.push(...valuesOf(readPrivateFields(prototype, value)));
  const fields = parts.length;
  const keys = ownKeys(value);
  const taken = min(keys.length, mostParts);
  for (let index = 0; index < taken; index += 1)
    parts.push(findProperty(value, keys[floor((index * keys.length) / taken)] ?? '')?.value);
  const count = fields + keys.length;
  return { own: sizes.object + count * sizes.place, parts, count };
}
