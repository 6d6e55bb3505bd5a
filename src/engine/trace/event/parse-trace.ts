import { array, isObject, object, oneOf, optional, text, type Check, type Fault } from './check-shape.ts';
import { type Outcome, traceVersion, type Trace, type TraceEvent } from './events.ts';
import { baseShape, creations, eventShapes, outcomeShapes, references } from './event-shapes.ts';
import { checkNames, namesShape } from './check-names.ts';
import { VariableChecker } from './check-variables.ts';
import { TraceError } from './trace-error.ts';

/**
 * Returns the value as a trace after checking everything in it: every field; that events are numbered in order; that time and
 * iterations never go back; that a cause comes before its effect; and that everything an event names was created before it.
 *
 * @throws TraceError such as `event 14 (iteration-begins), field "cause": Expected an event before this one, but got 20.`
 */
export function parseTrace(value: unknown): Trace {
  refuse('trace', checkTrace(value));
  const trace = value as Trace;
  const reader = new EventReader();
  for (const event of trace.events) reader.read(event);
  if (trace.names !== undefined) refuse('names', checkNames(trace.names, trace.events));
  return trace;
}

/** Reads the events of a trace one after another, for callers that get them in parts. */
export class EventReader {
  readonly #known = new Set<string>();
  readonly #variables = new VariableChecker();
  #before: Pick<TraceEvent, 'time' | 'iteration'> = { time: 0, iteration: 0 };
  #count = 0;

  /**
   * Returns the value as the next event of the trace.
   *
   * @throws TraceError if it is not one; after that nothing more can be read
   */
  read(value: unknown): TraceEvent {
    const event = value as TraceEvent;
    const known = this.#known;
    const fault =
      checkEvent(event) ??
      checkOrder(event, this.#count, this.#before) ??
      checkReferences(event, known) ??
      this.#variables.check(event, (frame) => known.has(`frame ${frame}`));
    if (fault) refuse(`event ${this.#count}${nameKind(value)}`, fault);
    this.#before = event;
    this.#count++;
    return event;
  }
}

/**
 * Returns the value as the outcome of a run.
 *
 * @throws TraceError if it is not one
 */
export function parseOutcome(value: unknown): Outcome {
  refuse('outcome', checkOutcome(value));
  return value as Outcome;
}

function refuse(where: string, fault: Fault | null): void {
  if (fault) throw new TraceError(where, fault);
}

/** Returns ` (output)` for an event of a known kind, and an empty text for everything else. */
function nameKind(value: unknown): string {
  if (!isObject(value)) return '';
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(eventShapes, kind) ? ` (${kind})` : '';
}

/** Checks an object by the shape that belongs to its `kind`. */
function oneKindOf(what: string, checks: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object', got: value };
    const { kind } = value;
    const check = typeof kind === 'string' && Object.hasOwn(checks, kind) ? checks[kind] : undefined;
    return check ? check(value) : { path: 'kind', expected: what, got: kind };
  };
}

const outcomeChecks = Object.entries(outcomeShapes).map(([kind, shape]) => [kind, object({ kind: text, ...shape })]);
const checkOutcome = oneKindOf('a kind of outcome', Object.fromEntries(outcomeChecks) as Record<string, Check>);
const checkTrace = object({
  version: (value) => (value === traceVersion ? null : { path: '', expected: String(traceVersion), got: value }),
  language: oneOf('typescript', 'python'),
  runtime: text,
  events: array,
  outcome: checkOutcome,
  names: optional(namesShape),
});

const eventChecks = Object.entries(eventShapes).map(([kind, shape]) => [kind, object({ ...baseShape, ...shape })]);
const checkFields = oneKindOf('a kind of event', Object.fromEntries(eventChecks) as Record<string, Check>);

function checkEvent(event: TraceEvent): Fault | null {
  const fault = checkFields(event);
  if (fault || (event.kind !== 'task-ended' && event.kind !== 'future-resolved')) return fault;
  const path = event.how === 'returned' || event.how === 'result' ? 'value' : 'error';
  return path in event ? null : { path, expected: `what goes with "${event.how}"`, got: undefined };
}

function checkOrder(event: TraceEvent, index: number, before: Pick<TraceEvent, 'time' | 'iteration'>): Fault | null {
  if (event.seq !== index) return { path: 'seq', expected: String(index), got: event.seq };
  for (const path of ['time', 'iteration'] as const) {
    if (event[path] < before[path]) return { path, expected: `${before[path]} or more, as before`, got: event[path] };
  }
  const isLate = event.cause !== null && event.cause >= index;
  return isLate ? { path: 'cause', expected: 'an event before this one', got: event.cause } : null;
}

/** Existing things are in `known` as `task 3`. */
function checkReferences(event: TraceEvent, known: Set<string>): Fault | null {
  const created = creations[event.kind];
  for (const path in references) {
    const id = (event as Readonly<Record<string, unknown>>)[path];
    if (typeof id !== 'number') continue;
    const thing = references[path] ?? '';
    const exists = known.has(`${thing} ${id}`);
    if (path === created && exists) return { path, expected: `a ${thing} that does not exist yet`, got: id };
    if (path === created) known.add(`${thing} ${id}`);
    else if (!exists) return { path, expected: `a ${thing} that exists`, got: id };
  }
  if (event.kind === 'task-waits') return checkWait(event.on, known, 'on');
  if (event.kind !== 'deadlock') return null;
  for (const [index, { id, on }] of event.waiting.entries()) {
    const path = `waiting[${index}]`;
    if (!known.has(`task ${id}`)) return { path: `${path}.id`, expected: 'a task that exists', got: id };
    const fault = checkWait(on, known, `${path}.on`);
    if (fault) return fault;
  }
  return null;
}

function checkWait(
  on: { readonly what: string; readonly id?: number; readonly holder?: number },
  known: Set<string>,
  at: string,
): Fault | null {
  const { holder } = on;
  if (holder !== undefined && !known.has(`task ${holder}`)) {
    return { path: `${at}.holder`, expected: 'a task that exists', got: holder };
  }
  const path = `${at}.id`;
  if (on.id === undefined || (on.what !== 'task' && on.what !== 'future')) return null;
  return known.has(`${on.what} ${on.id}`) ? null : { path, expected: `a ${on.what} that exists`, got: on.id };
}
