import { isObject } from './check-shape.ts';
import type { EventBase, Trace } from './events.ts';

/** Fields that most events share with the event before. */
type Standing = Pick<EventBase, 'iteration' | 'time' | 'task'>;

const beginning: Standing = { iteration: 0, time: 0, task: null };

/**
 * Returns a trace in the form in which a page contains it: each event has only what cannot be derived from the event before. It has
 * no number, and no iteration, time or task that stays the same; its cause is the number of events back to it. The form is for
 * JSON, and only `unpackTrace` reads it.
 */
export function packTrace({ events, ...trace }: Trace): unknown {
  let before = beginning;
  return {
    ...trace,
    events: events.map(({ seq, kind, iteration, time, task, cause, ...own }) => {
      const packed = {
        kind,
        ...(iteration === before.iteration ? {} : { iteration }),
        ...(time === before.time ? {} : { time }),
        ...(task === before.task ? {} : { task }),
        ...(cause === null ? {} : { cause: seq - cause }),
        ...own,
      };
      before = { iteration, time, task };
      return packed;
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
  const events = value['events'].map((packed: Partial<EventBase>, seq): EventBase => {
    const { cause } = packed;
    const event = { ...before, ...packed, seq, cause: typeof cause === 'number' ? seq - cause : null };
    const { iteration, time, task } = event;
    before = { iteration, time, task };
    return event;
  });
  return { ...value, events };
}
