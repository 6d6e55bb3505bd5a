import type { Fault } from './check-shape.ts';
import type { TraceEvent } from './events.ts';
import { hasEntries, type Variables, variableLimits } from './variables.ts';

/**
 * Checks the variables of a run event by event: that everything they refer to exists, and that together they stay within the limit.
 */
export class VariableChecker {
  #texts = 0;
  #size = 0;
  readonly #objects = new Set<number>();

  /** Returns what is wrong with the variables of the run's next event; `hasFrame` says which frames exist by then. */
  check(event: TraceEvent, hasFrame: (frame: number) => boolean): Fault | null {
    if (!('variables' in event)) return null;
    const fault = this.#check(event.variables, hasFrame);
    return fault && { ...fault, path: `variables${fault.path.startsWith('[') ? '' : '.'}${fault.path}` };
  }

  #check(
    { texts = [], objects = [], locals = [], outer = [] }: Variables,
    hasFrame: (frame: number) => boolean,
  ): Fault | null {
    this.#texts += texts.length;
    for (const text of texts) this.#size += text.length;
    for (const { id } of objects) this.#objects.add(id);
    for (const [index, { form, items = [], size }] of objects.entries()) {
      const path = `objects[${index}]`;
      this.#size += items.length + 1;
      for (const [at, item] of items.entries()) {
        if (!this.#exists(item)) return { path: `${path}.items[${at}]`, expected: reference, got: item };
      }
      const told = hasEntries(form) ? items.length / 2 : items.length;
      if (!Number.isInteger(told) || told > variableLimits.items) {
        return { path: `${path}.items`, expected: `at most ${variableLimits.items} items or whole entries`, got: told };
      }
      if (size !== undefined && size < told) return { path: `${path}.size`, expected: `${told} or more`, got: size };
    }
    for (const [index, [, value]] of locals.entries()) {
      if (value !== null && !this.#exists(value))
        return { path: `locals[${index}][1]`, expected: reference, got: value };
    }
    for (const [index, [frame, , value]] of outer.entries()) {
      if (!hasFrame(frame)) return { path: `outer[${index}][0]`, expected: 'a frame that exists', got: frame };
      if (value !== null && !this.#exists(value))
        return { path: `outer[${index}][2]`, expected: reference, got: value };
    }
    this.#size += locals.length + outer.length;
    return this.#size > variableLimits.total
      ? {
          path: 'texts',
          expected: `at most ${variableLimits.total} characters and references in a run`,
          got: this.#size,
        }
      : null;
  }

  #exists(reference: number): boolean {
    return reference >= 0 ? reference < this.#texts : this.#objects.has(-reference);
  }
}

const reference = 'a text or an object that exists';
