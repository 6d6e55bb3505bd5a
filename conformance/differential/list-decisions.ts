import type { WaitTarget } from '@yieldpoint/scheduler';
import { phraseOutcome } from '../../src/engine/trace/words/phrase-outcome.ts';
import type { ErrorText, Outcome, Trace, TraceEvent } from '../../src/engine/trace/event/events.ts';
import { isDestroyed } from '../../src/engine/trace/state/is-destroyed.ts';

/**
 * Returns a run as lines: the output, every step of every task with its beginning and end, and every other decision of the loop
 * with its cause, all with iteration and time, and finally the outcome. Runs with the same lines are alike, except for texts that
 * the languages spell differently. Warnings are left out, because the programs ask CPython for none and there are none about
 * generators. The tasks that are left pending are told last, together: CPython says of each when it is collected.
 */
export function listDecisions({ events, outcome }: Trace): readonly string[] {
  const left = events.filter(isDestroyed);
  const decisions = events.filter((event) => !isAside(event) && !isDestroyed(event));
  const numbers = new Map(decisions.map(({ seq }, index) => [seq, index]));
  const lines = decisions.map((event, index) => {
    const by = event.cause === null ? '' : `, by ${numbers.get(event.cause) ?? 'what is left out'}`;
    return `iteration ${event.iteration}, ${event.time} s, ${index}${by}: ${tellEvent(event)}`;
  });
  const ids = left.map(({ id }) => String(id)).sort();
  return [...lines, ...(ids.length > 0 ? [`tasks are left pending: ${ids.join(', ')}`] : []), tellOutcome(outcome)];
}

/** What frames do is compared separately, and how much of it is recorded depends on each recorder. */
const aside: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  ...(['warning', 'line', 'frame-created', 'frame-resumed', 'frame-suspended', 'frame-left'] as const),
  ...(['following-ended', 'thinned'] as const),
]);

const isAside = ({ kind }: TraceEvent): boolean => aside.has(kind);

function tellEvent(event: TraceEvent): string {
  switch (event.kind) {
    case 'output':
      return `prints ${JSON.stringify(event.text)}`;
    case 'task-created':
      return `task ${event.id} is made${event.eager ? ' eagerly' : ''}, named ${event.name}`;
    case 'step-begins':
      return event.thrown ? `task ${event.id} runs, given ${tellError(event.thrown)}` : `task ${event.id} runs`;
    case 'task-waits':
      return `task ${event.id} suspends: ${tellWait(event.on)}`;
    case 'task-ended':
      return `task ${event.id} ${event.how === 'returned' ? 'returns' : `${event.how}: ${tellError(event.error)}`}`;
    case 'iteration-begins':
      return `${event.ready} ready, ${event.timers} timers`;
    case 'async-generator-opened':
      return `async generator ${event.generator} is opened`;
    case 'deadlock':
      return `deadlock of ${event.waiting.map(({ id, on }) => `task ${id} (${tellWait(on)})`).join(', ')}`;
    default: {
      const { kind, ...rest } = event;
      return `${kind}: ${tellFields(rest)}`;
    }
  }
}

/** A task may have another name by the time that a deadlock is recorded. */
function tellWait(on: WaitTarget): string {
  return on.what === 'task' ? `task ${on.id ?? '?'}` : tellFields(on);
}

/** Fields that are recorded elsewhere, or spelled differently: values as text, names of functions. */
const leftOut = new Set(['seq', 'iteration', 'time', 'cause', 'task', 'value', 'line']);

function tellFields(fields: object): string {
  const told = Object.entries(fields).map(([name, value]: [string, unknown]) => {
    if (leftOut.has(name)) return '';
    if (name === 'error') return tellError(value as ErrorText);
    if (name === 'label') return tellLabel(String(value));
    return `${name} ${typeof value === 'object' && value !== null ? `(${tellFields(value)})` : String(value)}`;
  });
  return told
    .filter((each) => each !== '')
    .sort()
    .join(', ');
}

/** `asCompleted` is Python's `as_completed`, `block` its `time.sleep`, `Infinity` its `inf`, and `1e-9` its `1e-09`. */
function tellLabel(label: string): string {
  const text = label.replaceAll('_', '').toLowerCase();
  return text
    .replace('baseeventloop.', '')
    .replace('time.sleep', 'block')
    .replace('infinity', 'inf')
    .replace('e-0', 'e-');
}

/** Errors that Python and TypeScript name differently. */
const sameNames: Readonly<Record<string, string>> = {
  ValueError: 'RangeError',
  AttributeError: 'TypeError',
  UnboundLocalError: 'TypeError',
  NameError: 'ReferenceError',
};

/** Errors whose messages come from the program, or have the same words in both languages. */
const sameMessages = new Set(['Boom', 'CancelledError', 'ExceptionGroup']);

function tellError({ name, message }: ErrorText): string {
  const told = sameNames[name] ?? name;
  return sameMessages.has(told) ? `${told}(${message})` : told;
}

function tellOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'finished':
      return `it finishes with ${outcome.value}`;
    case 'failed':
      return `it fails with ${tellError(outcome.error)}`;
    default:
      return `it ${phraseOutcome(outcome)}`;
  }
}
