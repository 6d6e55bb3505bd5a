import { isObject, type Shape } from './check-shape.ts';
import { eventShapes } from './event-shapes.ts';
import type { EventBase, Trace } from './events.ts';

/** Fields that most events share with the event before. */
type Standing = Pick<EventBase, 'iteration' | 'time' | 'task' | 'cause'>;

const standingFields = ['iteration', 'time', 'task', 'cause'] as const;
const beginning: Standing = { iteration: 0, time: 0, task: null, cause: null };

/** A packed event names its kind by the position in this list. */
const kinds = Object.keys(eventShapes);
const shapes: Readonly<Record<string, Shape>> = eventShapes;

/** Fields whose numbers are near to each other: a row has the difference from the last one. */
const nearFields: ReadonlySet<string> = new Set(['iteration', 'frame', 'line']);

/**
 * Returns a trace in the form in which a page contains it. Each event is a row: the number of its kind, then the values of its fields in
 * the order of `eventShapes`, with null for a field that it does not have. Iteration, time, task and cause are in an object before
 * them, and only if they differ from those of the event before: `[{"task":2,"cause":6},3,2]`. There the cause is the number of
 * events back to it. The form is for JSON, and only `unpackTrace` of the same build reads it.
 */
export function packTrace({ events, ...trace }: Trace): unknown {
  let before = beginning;
  const shorten = createNear(-1);
  return {
    ...trace,
    events: events.map((event): readonly unknown[] => {
      const own: Readonly<Record<string, unknown>> = event;
      const changes: Record<string, unknown> = {};
      for (const field of standingFields) {
        if (event[field] === before[field]) continue;
        changes[field] =
          field === 'cause' && event.cause !== null ? event.seq - event.cause : shorten(field, event[field]);
      }
      before = event;
      const values = Object.keys(eventShapes[event.kind]).map((field) => shorten(field, own[field] ?? null));
      return [
        ...(Object.keys(changes).length === 0 ? [] : [changes]),
        kinds.indexOf(event.kind),
        ...values.slice(0, values.findLastIndex((value) => value !== null) + 1),
      ];
    }),
  };
}

/**
 * Unpacks what `packTrace` packed. Nothing is checked: `parseTrace` must read the result, and says what is wrong if it was not a
 * packed trace.
 */
export function unpackTrace(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value['events'])) return value;
  let before = beginning;
  const restore = createNear(1);
  const rows: readonly unknown[] = value['events'];
  const events = rows.map((row, seq): unknown => {
    if (!Array.isArray(row)) return row;
    const cells: readonly unknown[] = row;
    const [first] = cells;
    const changes = (isObject(first) ? first : {}) as Partial<Standing>;
    const [place, ...values] = isObject(first) ? cells.slice(1) : cells;
    before = { ...before, ...changes };
    if ('iteration' in changes) before = { ...before, iteration: restore('iteration', changes.iteration) as number };
    if (typeof changes.cause === 'number') before = { ...before, cause: seq - changes.cause };
    const kind = kinds[Number(place)] ?? '';
    const own: Record<string, unknown> = {};
    for (const [at, [field, check]] of Object.entries(shapes[kind] ?? {}).entries()) {
      const held = restore(field, values[at] ?? null);
      // Null is a value only where a field may be null. Elsewhere it means that the event does not have the field.
      if (held !== null || check(null) === null) own[field] = held;
    }
    return { seq, kind, ...before, ...own };
  });
  return { ...value, events };
}

/** Returns what makes differences of the values of near fields (-1), or values of the differences (1). It must be asked in the same order. */
function createNear(sign: -1 | 1): (field: string, value: unknown) => unknown {
  const last = new Map<string, number>();
  return (field, value) => {
    if (!nearFields.has(field) || typeof value !== 'number') return value;
    const result = value + sign * (last.get(field) ?? 0);
    last.set(field, sign === 1 ? result : value);
    return result;
  };
}
