import { asObject, checkFields, list, oneOf, text, TraceError, type Shape } from './check-shape.ts';
import { traceVersion, type Outcome, type Trace, type TraceEvent } from './events.ts';
import { baseShape, creations, eventShapes, outcomeShapes, references } from './event-shapes.ts';

/**
 * Returns the value as a trace once everything in it is known to be right: every field, and that events are numbered in order, time
 * and iterations never go back, a cause comes before its effect, and whatever an event names was created before it.
 *
 * @throws TraceError such as `event 14, field "cause": Expected an event before this one, but got 20.`
 */
export function parseTrace(value: unknown): Trace {
  const { version, language, runtime, events, outcome, ...rest } = asObject(value, 'trace');
  if (version !== traceVersion) throw new TraceError('trace, field "version"', String(traceVersion), version);
  oneOf('typescript', 'python')(language, 'trace, field "language"');
  text(runtime, 'trace, field "runtime"');
  list(() => undefined)(events, 'trace, field "events"');
  checkFields(rest, {}, 'trace');
  checkEvents(events as readonly unknown[]);
  checkOutcome(outcome);
  return value as Trace;
}

/** Things that exist, as `task 3`. */
type Known = Set<string>;

function checkEvents(events: readonly unknown[]): void {
  const known: Known = new Set();
  let before = { time: 0, iteration: 0 };
  for (const [index, value] of events.entries()) {
    const where = `event ${index}`;
    const event = checkEvent(value, where);
    if (event.seq !== index) throw new TraceError(`${where}, field "seq"`, String(index), event.seq);
    for (const field of ['time', 'iteration'] as const) {
      if (event[field] < before[field]) {
        throw new TraceError(`${where}, field "${field}"`, `${before[field]} or more, as before`, event[field]);
      }
    }
    if (event.cause !== null && event.cause >= index) {
      throw new TraceError(`${where}, field "cause"`, 'an event before this one', event.cause);
    }
    checkReferences(event, known, where);
    before = event;
  }
}

function checkEvent(value: unknown, where: string): TraceEvent {
  const { kind } = asObject(value, where);
  if (typeof kind !== 'string' || !Object.hasOwn(eventShapes, kind)) {
    throw new TraceError(`${where}, field "kind"`, 'a kind of event', kind);
  }
  const shape: Shape = eventShapes[kind as TraceEvent['kind']];
  checkFields(value, { ...baseShape, ...shape }, where);
  const event = value as TraceEvent;
  if (event.kind === 'task-ended' || event.kind === 'future-resolved') {
    const field = event.how === 'returned' || event.how === 'result' ? 'value' : 'error';
    if (!(field in event))
      throw new TraceError(`${where}, field "${field}"`, `what goes with "${event.how}"`, undefined);
  }
  return event;
}

function checkReferences(event: TraceEvent, known: Known, where: string): void {
  const created = creations[event.kind];
  for (const [field, thing] of Object.entries(references)) {
    const id = (event as Readonly<Record<string, unknown>>)[field];
    if (typeof id !== 'number') continue;
    const name = `${thing} ${id}`;
    const place = `${where}, field "${field}"`;
    if (field === created) {
      if (known.has(name)) throw new TraceError(place, `a ${thing} that does not exist yet`, id);
      known.add(name);
    } else if (!known.has(name)) throw new TraceError(place, `a ${thing} that exists`, id);
  }
  if (event.kind === 'task-waits') checkWait(event.on, known, `${where}, field "on.id"`);
  if (event.kind === 'deadlock') {
    for (const [index, { id, on }] of event.waiting.entries()) {
      const place = `${where}, field "waiting[${index}]`;
      if (!known.has(`task ${id}`)) throw new TraceError(`${place}.id"`, 'a task that exists', id);
      checkWait(on, known, `${place}.on.id"`);
    }
  }
}

function checkWait(on: { readonly what: string; readonly id?: number }, known: Known, where: string): void {
  if (on.id === undefined || (on.what !== 'task' && on.what !== 'future')) return;
  if (!known.has(`${on.what} ${on.id}`)) throw new TraceError(where, `a ${on.what} that exists`, on.id);
}

function checkOutcome(value: unknown): void {
  const { kind } = asObject(value, 'trace, field "outcome"');
  if (typeof kind !== 'string' || !Object.hasOwn(outcomeShapes, kind)) {
    throw new TraceError('trace, field "outcome.kind"', 'a kind of outcome', kind);
  }
  checkFields(value, { kind: text, ...outcomeShapes[kind as Outcome['kind']] }, 'trace, field "outcome"');
}
