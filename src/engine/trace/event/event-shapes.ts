import {
  count,
  deadline,
  flag,
  id,
  list,
  listUpTo,
  object,
  oneOf,
  optional,
  orNull,
  seconds,
  text,
  type Check,
  type Shape,
} from './check-shape.ts';
import type { EventBase, Outcome, TraceEvent } from './events.ts';
import { variableLimits } from './variables.ts';
import { name, variablesShape } from './variables-shape.ts';

type FieldsOf<Union> = Union extends unknown ? Exclude<keyof Union, keyof EventBase | 'kind'> : never;
type Shapes<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Readonly<Record<FieldsOf<Extract<Union, { kind: Kind }>> & string, Check>>;
};

/** The fields every event has. */
export const baseShape: Shape = {
  kind: text,
  seq: count,
  iteration: count,
  time: seconds,
  task: orNull(id),
  cause: orNull(count),
};

const errorText = object({ name: text, message: text, line: optional(id) });
const syncName = object({ object: text, id });
const waitTarget = object({
  what: oneOf(
    ...['tick', 'sleep', 'future', 'task', 'gather', 'wait', 'shield', 'group', 'lock', 'event', 'condition'],
    ...['semaphore', 'barrier', 'queue-get', 'queue-put', 'queue-join'],
  ),
  id: optional(id),
  label: text,
  until: optional(seconds),
  holder: optional(id),
});

/** The fields of each kind of event, besides those that every event has. The compiler makes sure that no kind is forgotten. */
export const eventShapes: Shapes<TraceEvent> = {
  'iteration-begins': { ready: count, timers: count },
  'clock-jumped': { from: seconds },
  'task-created': { id, name: text, coroutine: text, eager: flag, thread: optional(text) },
  'step-begins': { id, thrown: optional(errorText) },
  'task-waits': { id, on: waitTarget },
  'task-ready': { id },
  'cancel-requested': {
    id,
    count,
    message: optional(text),
    delivery: oneOf('waiter', 'next-step'),
    atEnd: optional(flag),
    byReader: optional(flag),
  },
  'cancel-withdrawn': { id, count },
  'task-ended': {
    id,
    how: oneOf('returned', 'raised', 'cancelled'),
    value: optional(text),
    error: optional(errorText),
  },
  'future-created': { future: id, label: text, call: optional(id) },
  'future-resolved': {
    future: id,
    how: oneOf('result', 'exception', 'cancelled'),
    value: optional(text),
    error: optional(errorText),
  },
  'callback-ready': { handle: id, label: text },
  'callback-runs': { handle: id, left: optional(count), of: optional(count) },
  'callback-skipped': { handle: id },
  'timer-set': { timer: id, when: deadline, label: text },
  'timer-fired': { timer: id },
  'timer-cancelled': { timer: id },
  'sync-enqueued': { on: syncName, id },
  'sync-woken': { on: syncName, id },
  'sync-robbed': { on: syncName, id },
  'group-entered': { group: id, id },
  'group-aborted': { group: id },
  'group-exited': { group: id },
  'async-generator-opened': { generator: id, label: text },
  'async-generator-closed': { generator: id },
  deadlock: { waiting: list(object({ id, on: waitTarget })) },
  unretrieved: { future: optional(id), id: optional(id), error: errorText },
  output: { text, line: optional(id), stream: optional(oneOf('stderr')) },
  input: { prompt: text, text: optional(text), line: optional(id) },
  note: { text, line: optional(id) },
  warning: { category: text, message: text, line: optional(id) },
  thinned: { what: oneOf('lines', 'frames'), count: optional(count), isForNow: optional(flag) },
  'frame-created': {
    frame: id,
    function: text,
    type: oneOf('generator', 'coroutine', 'async-generator', 'function', 'module'),
    line: id,
    parameters: optional(listUpTo(variableLimits.locals, name)),
    object: optional(id),
    variables: variablesShape,
  },
  'frame-resumed': {
    frame: id,
    by: orNull(id),
    how: oneOf('next', 'send', 'throw', 'close'),
    value: optional(text),
    line: id,
    variables: variablesShape,
  },
  'frame-suspended': { frame: id, line: id, value: optional(text), delegates: flag, variables: variablesShape },
  'frame-left': {
    frame: id,
    how: oneOf('returned', 'raised'),
    value: optional(text),
    line: id,
    variables: variablesShape,
  },
  line: { frame: id, line: id, variables: variablesShape },
  'following-ended': { of: oneOf('functions', 'variables'), function: optional(text) },
};

/** The fields of each kind of outcome. */
export const outcomeShapes: Shapes<Outcome> = {
  finished: { value: text },
  failed: { error: errorText, traceback: optional(text), hint: optional(text) },
  deadlocked: { tree: text },
  stopped: {
    limit: oneOf('iterations', 'events', 'output', 'time', 'memory', 'reader', 'input'),
    most: optional(seconds),
    line: optional(id),
    variable: optional(text),
  },
};

/** The kind of thing that a field refers to, by the field's name. Such a thing must have been created by an earlier event. */
export const references: Readonly<Record<string, string>> = {
  task: 'task',
  id: 'task',
  future: 'future',
  call: 'task',
  handle: 'callback',
  timer: 'timer',
  frame: 'frame',
  by: 'frame',
  group: 'group',
  generator: 'async generator',
};

/** The field with which a kind of event creates a thing. */
export const creations: Readonly<Partial<Record<TraceEvent['kind'], string>>> = {
  'task-created': 'id',
  'future-created': 'future',
  'callback-ready': 'handle',
  'timer-set': 'timer',
  'frame-created': 'frame',
  'group-entered': 'group',
  'async-generator-opened': 'generator',
};
