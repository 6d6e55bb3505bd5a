import type { RunVariables } from './read-variables.ts';
import { hasEntries, type ObjectForm, type Reference } from '../event/variables.ts';

/** A value at one moment of a run, with its content: for a panel to draw, and for `formatValue` to write. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'object';
      /** The object's identity: equal numbers are one object. */
      readonly id: number;
      readonly form: ObjectForm;
      /** Its class, in the language's own name. */
      readonly type: string;
      readonly label?: string;
      /** The task, future or frame of the trace that it is. */
      readonly of?: number;
      /** The items of a list, set or queue, as far as they are recorded; none if it is not opened. */
      readonly items: readonly Value[];
      /** The same for an object with keys or attributes. */
      readonly entries: readonly (readonly [key: Value, value: Value])[];
      /** The total number of items or entries. */
      readonly size: number;
      /** Whether it is not opened here, because it is inside itself or too deep. */
      readonly isClosed: boolean;
      /** The last event up to the moment that changed its content, or the content of something inside it that is opened. */
      readonly changedAt: number;
    };

/**
 * Returns the meaning of a reference after event `seq`.
 *
 * @param depth how many levels of objects are opened
 */
export function readValue(variables: RunVariables, reference: Reference, seq: number, depth = 3): Value {
  const open = new Set<number>();

  const read = (ref: Reference, left: number): Value => {
    if (ref >= 0) return { kind: 'text', text: variables.texts[ref] ?? '' };
    const id = -ref;
    const state = variables.findObject(id, seq);
    if (state === undefined) {
      const nothing = { items: [], entries: [], size: 0, isClosed: true, changedAt: -1 };
      return { kind: 'object', id, form: 'opaque', type: 'object', ...nothing };
    }
    const { form, type, label, of, items: told = [], size } = state;
    const isClosed = told.length > 0 && (left === 0 || open.has(id));
    open.add(id);
    const inside = isClosed ? [] : told.map((item) => read(item, left - 1));
    if (!isClosed) open.delete(id);
    const isKeyed = hasEntries(form);
    const changedAt = inside.reduce(
      (last, item) => (item.kind === 'object' ? Math.max(last, item.changedAt) : last),
      variables.findLastChange(id, seq),
    );
    return {
      kind: 'object',
      id,
      form,
      type,
      ...(label === undefined ? {} : { label }),
      ...(of === undefined ? {} : { of }),
      items: isKeyed ? [] : inside,
      entries: isKeyed ? pair(inside) : [],
      size: size ?? (isKeyed ? told.length / 2 : told.length),
      isClosed,
      changedAt,
    };
  };
  return read(reference, depth);
}

function pair(inside: readonly Value[]): (readonly [Value, Value])[] {
  const pairs: (readonly [Value, Value])[] = [];
  for (let index = 0; index + 1 < inside.length; index += 2) {
    const [key, value] = [inside[index], inside[index + 1]];
    if (key && value) pairs.push([key, value]);
  }
  return pairs;
}
