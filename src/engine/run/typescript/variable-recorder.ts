import type { GeneratorFrames } from './generator-frames.ts';
import { declares, describeObject, describePrimitive } from './describe-object.ts';
import { openObject } from './open-object.ts';
import { readClassName } from './read-without-running.ts';
import { clip } from './quote.ts';
import {
  type Assignment,
  hasEntries,
  type ObjectForm,
  type ObjectState,
  type OuterAssignment,
  type Reference,
  variableLimits,
  type Variables,
} from '../../trace/event/variables.ts';

/** What was last recorded of one frame's variables. */
export type FrameVariables = {
  readonly frame: number;
  readonly told: Map<string, Told>;
};

/** A primitive is compared by itself, an object by its reference. */
type Told = { readonly value: unknown; readonly reference: Reference };

/** Variables of another frame that are checked too: only those with these names. */
export type OuterVariables = { readonly variables: FrameVariables; readonly values: ReadonlyMap<string, unknown> };

/** What was last recorded of an object. */
type Known = {
  readonly number: number;
  items: readonly unknown[];
  size: number;
  label: string;
  state: ObjectState | undefined;
};

type Waiting = { readonly value: object; readonly known: Known; readonly depth: number };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Records the variables of frames as changes since they were last recorded. Objects are identified by identity. */
export class VariableRecorder {
  readonly #generators: GeneratorFrames;
  readonly #texts = new Map<string, number>();
  readonly #objects = new WeakMap<object, Known>();
  #count = 0;
  #left: number = variableLimits.total;
  #newTexts: string[] = [];
  #states: ObjectState[] = [];
  #queue: Waiting[] = [];
  #queued = new Set<object>();

  constructor(generators: GeneratorFrames) {
    this.#generators = generators;
  }

  /** The number of an object that a variable has led to; undefined for any other. */
  numberOf(value: object): number | undefined {
    return this.#objects.get(value)?.number;
  }

  /** Whether the run has reached the limit on recorded variables. */
  get isFull(): boolean {
    return this.#left < 0;
  }

  /** Returns what has changed in these variables, and in those of other frames; undefined if nothing has. */
  look(
    variables: FrameVariables,
    values: ReadonlyMap<string, unknown>,
    others: readonly OuterVariables[],
  ): Variables | undefined {
    const locals = this.#findChanges(variables, values, true);
    const outer = others.flatMap(({ variables: theirs, values: some }) =>
      this.#findChanges(theirs, some, false).map(([name, value]): OuterAssignment => [theirs.frame, name, value]),
    );
    // The queue grows meanwhile: the nearest objects are opened first.
    for (let index = 0; index < this.#queue.length; index += 1) this.#open(this.#queue[index] as Waiting);
    this.#queue = [];
    this.#queued.clear();
    if (locals.length === 0 && outer.length === 0 && this.#states.length === 0) return undefined;
    this.#left -= locals.length + outer.length;
    const [texts, objects] = [this.#newTexts, this.#states];
    this.#newTexts = [];
    this.#states = [];
    return {
      ...(texts.length > 0 ? { texts } : {}),
      ...(objects.length > 0 ? { objects } : {}),
      ...(locals.length > 0 ? { locals } : {}),
      ...(outer.length > 0 ? { outer } : {}),
    };
  }

  #findChanges({ told }: FrameVariables, values: ReadonlyMap<string, unknown>, isWhole: boolean): Assignment[] {
    const changes: Assignment[] = [];
    for (const [name, value] of values) {
      const before = told.get(name);
      if (before !== undefined && Object.is(before.value, value)) continue;
      if (declares(name, value) || !hasRoom(told, name)) continue;
      const reference = this.#refer(value, 1);
      // The content of an object may change, so it is checked every time.
      told.set(name, { value: isObject(value) ? neverEqual : value, reference });
      if (before?.reference !== reference) changes.push([name, reference]);
    }
    if (isWhole && told.size > 0) {
      for (const name of told.keys()) {
        if (values.has(name)) continue;
        told.delete(name);
        changes.push([name, null]);
      }
    }
    return changes;
  }

  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.size;
    this.#texts.set(text, index);
    this.#newTexts.push(text);
    this.#left -= text.length;
    return index;
  }

  /** An object that is nested too deep, or that comes when enough was opened for this event, is shown by its class. */
  #refer(value: unknown, depth: number): Reference {
    const text = isObject(value) ? describeObject(value) : describePrimitive(value);
    if (text !== undefined) return this.#text(text);
    const object = value as object;
    let known = this.#objects.get(object);
    const isOpened = depth <= variableLimits.depth && this.#queue.length < variableLimits.objects;
    if (known === undefined) {
      if (!isOpened) return this.#text(`<${readClassName(object)}>`);
      known = { number: (this.#count += 1), items: [], size: 0, label: '', state: undefined };
      this.#objects.set(object, known);
    }
    if (isOpened && !this.#queued.has(object)) {
      this.#queued.add(object);
      this.#queue.push({ value: object, known, depth });
    }
    return -known.number;
  }

  /** The frame of a generator, coroutine or async generator; undefined if it has none yet. */
  #frameOf(value: object, form: ObjectForm): number | undefined {
    if (form !== 'generator' && form !== 'coroutine' && form !== 'async-generator') return undefined;
    this.#generators.expect(value, form);
    return this.#generators.frameOf(value);
  }

  #open({ value, known, depth }: Waiting): void {
    const { form, type, items, size, label, of = this.#frameOf(value, form), sync } = openObject(value);
    const also = `${label ?? ''} ${of ?? ''} ${sync?.id ?? ''}`;
    const isSame =
      known.state !== undefined && known.size === size && known.label === also && areSame(known.items, items);
    if (isSame) {
      for (const item of items) if (isObject(item)) this.#refer(item, depth + 1);
      return;
    }
    const isNamed = form === 'instance';
    const references = items.map((item, index) =>
      isNamed && index % 2 === 0 ? this.#text(clip(String(item))) : this.#refer(item, depth + 1),
    );
    known.items = items;
    known.size = size;
    known.label = also;
    const told = hasEntries(form) ? references.length / 2 : references.length;
    known.state = {
      id: known.number,
      form,
      type,
      ...(references.length > 0 ? { items: references } : {}),
      ...(told < size ? { size } : {}),
      ...(of === undefined ? {} : { of }),
      ...(label === undefined ? {} : { label }),
      ...(sync === undefined ? {} : { sync }),
    };
    this.#states.push(known.state);
    this.#left -= references.length + 1;
  }
}

/** No value of a program equals this one. */
const neverEqual = Symbol('an object');

function hasRoom(told: ReadonlyMap<string, Told>, name: string): boolean {
  return told.has(name) || (told.size < variableLimits.locals && name.length <= variableLimits.text);
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => Object.is(item, right[index]));
}
