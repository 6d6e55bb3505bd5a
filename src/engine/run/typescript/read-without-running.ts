import { clip } from './quote.ts';
import { isProxy } from './watch-proxies.ts';

/*
 * Reads objects without running any code of the program: own properties by their descriptors, and the language's own methods, which
 * are saved here before a program could replace them. Getters are not called, and proxies are not inspected.
 */

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { apply } = Reflect;

/** An own property, without calling its getter. */
type Property = { readonly value?: unknown; readonly get?: unknown; readonly enumerable?: boolean };

/** The descriptor of an own property. */
export const findProperty = getOwnPropertyDescriptor as (value: object, key: PropertyKey) => Property | undefined;

/** The value of an own data property; undefined for any other. */
export const readField = (value: object, name: PropertyKey): unknown => findProperty(value, name)?.value;

/** Returns one of the language's own methods as a function of its receiver. */
export function borrowMethod(holder: object, name: PropertyKey): (on: object) => unknown {
  const { value, get } = findProperty(holder, name) ?? {};
  const method = (value ?? get) as (...given: unknown[]) => unknown;
  return (on) => apply(method, on, []);
}

/** The prototype of an object that is known to have one. */
export const requirePrototype = (value: object): object => getPrototypeOf(value) as object;

/** The source text of a function, from the language itself. */
export const functionText = borrowMethod(Function.prototype, 'toString') as (on: object) => string;

/** The prototypes of an object, nearest first, up to a proxy; a proxy's own prototype is not read. */
export function listPrototypes(value: object): readonly object[] {
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

/** The name of an object's class. */
export function readClassName(value: object): string {
  const [prototype] = listPrototypes(value);
  const made: unknown = prototype && readField(prototype, 'constructor');
  if (typeof made !== 'function' || isProxy(made)) return 'Object';
  return readName(made) ?? '<anonymous>';
}

/** The name of a function; undefined unless it is an own property with a text. */
export function readName(value: object): string | undefined {
  const name: unknown = readField(value, 'name');
  return typeof name === 'string' && name !== '' ? clip(name) : undefined;
}
