import { clip } from './quote.ts';
import { isProxy } from './watch-proxies.ts';

/*
 * Reading objects without running any code of the program: own properties by their descriptors, and the language's own methods,
 * taken here before a program could replace them. A getter is not called, and a proxy not looked at.
 */

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { apply } = Reflect;

/** An own property as it is, without calling its getter. */
type Property = { readonly value?: unknown; readonly get?: unknown; readonly enumerable?: boolean };

/** The descriptor of an own property. */
export const findProperty = getOwnPropertyDescriptor as (value: object, key: PropertyKey) => Property | undefined;

/** The value of an own data property; undefined for any other. */
export const readField = (value: object, name: PropertyKey): unknown => findProperty(value, name)?.value;

/** One of the language's own methods, as a function of what it is called on. */
export function ownMethod(holder: object, name: PropertyKey): (on: object) => unknown {
  const { value, get } = findProperty(holder, name) ?? {};
  const method = (value ?? get) as (...given: unknown[]) => unknown;
  return (on) => apply(method, on, []);
}

/** What an object inherits from that is known to inherit from something. */
export const prototypeOf = (value: object): object => getPrototypeOf(value) as object;

/** The source text of a function, as the language gives it. */
export const functionText = ownMethod(Function.prototype, 'toString') as (on: object) => string;

/** What an object inherits from, nearest first, up to a proxy: what is behind that is not looked at. */
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

/** What the class of an object is called. */
export function classNameOf(value: object): string {
  const [prototype] = listPrototypes(value);
  const made: unknown = prototype && readField(prototype, 'constructor');
  if (typeof made !== 'function' || isProxy(made)) return 'Object';
  return readName(made) ?? '<anonymous>';
}

/** The name of a function; undefined where it has none that is a text of its own. */
export function readName(value: object): string | undefined {
  const name: unknown = readField(value, 'name');
  return typeof name === 'string' && name !== '' ? clip(name) : undefined;
}
