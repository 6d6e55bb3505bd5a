import { describeOutcome } from '../../trace/describe-run.ts';
import type { ErrorText, Outcome, Trace, TraceEvent } from '../../trace/events.ts';

/**
 * Returns a run as lines of words: what is printed, every step of every task with how it begins and ends, all with iteration and
 * time, and how the run ends. Two runs that are told alike have the same output at the same times, and the same schedule.
 */
export function tellRun({ events, outcome }: Trace): readonly string[] {
  const lines: string[] = [];
  for (const event of events) {
    const words = tellEvent(event);
    if (words !== undefined) lines.push(`iteration ${event.iteration}, ${event.time} s: ${words}`);
  }
  lines.push(tellOutcome(outcome));
  return lines;
}

function tellEvent(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'output':
      return `prints ${JSON.stringify(event.text)}`;
    case 'task-created':
      return `task ${event.id} is made${event.eager ? ' eagerly' : ''}, named ${event.name}`;
    case 'step-begins':
      return event.thrown ? `task ${event.id} runs, given ${tellError(event.thrown)}` : `task ${event.id} runs`;
    case 'task-waits':
      return `task ${event.id} suspends`;
    case 'task-ended':
      return `task ${event.id} ${event.how === 'returned' ? 'returns' : `${event.how}: ${tellError(event.error)}`}`;
    case 'iteration-begins':
      return `${event.ready} ready, ${event.timers} timers`;
    case 'deadlock':
      return `deadlock of ${event.waiting.map(({ id, on }) => `task ${id} (${on.what})`).join(', ')}`;
    case 'unretrieved':
      return `nobody read ${event.id === undefined ? `future ${event.future ?? '?'}` : `task ${event.id}`}: ${tellError(event.error)}`;
    default:
      return undefined;
  }
}

/** Errors that Python and TypeScript name differently. */
const sameNames: Readonly<Record<string, string>> = {
  ValueError: 'RangeError',
  AttributeError: 'TypeError',
  UnboundLocalError: 'TypeError',
};

/** Errors whose messages are the program's, or are the same words in both languages. */
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
      return `it ${describeOutcome(outcome)}`;
  }
}
