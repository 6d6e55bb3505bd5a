import type { SuspendableType } from '../../trace/event/events.ts';
import { openObject } from './open-object.ts';
import { isProxy } from './watch-proxies.ts';

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Object;
const { apply, deleteProperty } = Reflect;

type Next = (this: unknown, ...given: unknown[]) => unknown;
const makeGenerator = function* (): Generator<never> {};
const generatorPrototype = getPrototypeOf(getPrototypeOf(makeGenerator())) as { readonly next: Next };
const { next: generatorNext } = generatorPrototype;

/**
 * Knows the frames of generators, coroutines and async generators, so that a variable that refers to such an object can be shown
 * with its frame. A frame does not know its object, but it is entered at the moment when the object is first resumed.
 *
 * The scheduler reports when it begins a coroutine. A generator that a variable refers to gets its own `next`, which reports the
 * first resumption and then removes itself.
 */
export class GeneratorFrames {
  readonly #frames = new WeakMap<object, number>();
  /** The async generator whose body this is. */
  readonly #wholes = new WeakMap<object, object>();
  readonly #expected = new WeakSet();
  /** The object that is being resumed for the first time, until its frame is entered. */
  #beginning: object | undefined;

  /** Returns the number of the frame of a generator, coroutine or async generator; undefined before it is entered. */
  frameOf(value: object): number | undefined {
    return this.#frames.get(value) ?? this.#frames.get(readBody(value) ?? value);
  }

  /** Called when a variable refers to the object. The object may not have been resumed yet. */
  expect(value: object, form: SuspendableType): void {
    if (this.#expected.has(value)) return;
    this.#expected.add(value);
    if (form === 'generator') this.#watch(value);
    const body = form === 'async-generator' ? readBody(value) : undefined;
    if (body !== undefined) this.#wholes.set(body, value);
  }

  /** Called when the scheduler begins a coroutine or the body of an async generator. */
  begun(coroutine: object): void {
    this.#beginning = this.#wholes.get(coroutine) ?? coroutine;
  }

  /** Called when a frame is entered for the first time. Returns the object that it belongs to, if known. */
  entered(frame: number, type: SuspendableType, name: string): object | undefined {
    const object = this.#beginning;
    this.#beginning = undefined;
    if (object === undefined) return undefined;
    // The begun object may have been closed without being entered.
    const { form, label } = openObject(object);
    if (label !== name || (form !== type && type !== 'async-generator')) return undefined;
    this.#frames.set(object, frame);
    return object;
  }

  #watch(generator: object): void {
    if (!isExtensible(generator) || !hasOwnNext(generator)) return;
    let isBegun = false;
    const note = (): void => {
      isBegun = true;
      if (getOwnPropertyDescriptor(generator, 'next')?.value === next) deleteProperty(generator, 'next');
      this.#beginning = generator;
    };
    const next: Next = function (...given) {
      // An iterating loop has looked `next` up once, and calls it again and again.
      if (!isBegun && this === generator) note();
      return apply(generatorNext, this, given);
    };
    defineProperty(generator, 'next', { value: next, writable: true, enumerable: false, configurable: true });
  }
}

/** Whether the generator has the language's own `next`: the program may have given its function's prototype another. */
function hasOwnNext(generator: object): boolean {
  for (let each: object | null = generator; each !== null; each = getPrototypeOf(each) as object | null) {
    if (isProxy(each)) return false;
    const found = getOwnPropertyDescriptor(each, 'next');
    if (found !== undefined) return found.value === generatorNext;
  }
  return false;
}

/** The body of an async generator, which the scheduler drives. */
function readBody(value: object): object | undefined {
  const body: unknown = getOwnPropertyDescriptor(value, '_body')?.value;
  return typeof body === 'object' && body !== null ? body : undefined;
}
