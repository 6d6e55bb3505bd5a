import { isObject } from './check-shape.ts';
import type { EventBase, Trace } from './events.ts';

/** What most events have in common with the one before. */
type Standing = Pick<EventBase, 'iteration' | 'time' | 'task'>;

const beginning: Standing = { iteration: 0, time: 0, task: null };

/**
 * Returns a trace as a page carries it, with each event reduced to what is not known from the one before: no number, no iteration, time or
 * task that stays the same, and its cause as the number of events back to it. It is for JSON, and for `unpackTrace` alone.
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

/** Returns what `packTrace` packed. Nothing is checked: `parseTrace` is to read it, and says what is wrong with what was none. */
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
