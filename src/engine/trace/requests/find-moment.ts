import type { TraceEvent } from '../event/events.ts';
import type { RequestMoment } from './cancel-request.ts';
import { isTurn } from './is-turn.ts';

/**
 * Returns the first moment after an event at which a request can come in, and the `seq` of the last event before it: after the
 * callback or step that contains the event has ended, but before the clock moves on, unless it already has.
 *
 * @param seq of the event; -1: before the first
 */
export function findMoment(events: readonly TraceEvent[], seq: number): RequestMoment & { readonly last: number } {
  let [iteration, after] = [0, 0];
  // Before the first iteration, and between the last iteration of one run of the loop and the first of the next.
  let isBetween = true;
  let index = 0;
  for (; index < events.length; index += 1) {
    const event = events[index] as TraceEvent;
    const isTaken = isTurn(event, events);
    const begins = event.kind === 'iteration-begins';
    if (index > seq && (isTaken || begins || (!isBetween && isOutside(event, events)))) break;
    if (begins) [iteration, after, isBetween] = [event.iteration, 0, false];
    else if (isTaken) [after, isBetween] = [after + 1, false];
    else isBetween ||= isOutside(event, events);
  }
  return { ...(isBetween ? { iteration: iteration + 1, after: 0 } : { iteration, after }), last: index - 1 };
}

/**
 * Whether the event happens after an iteration: the clock moves on, a timer is due, the loop is left and its remaining tasks are
 * canceled, or the program makes a task for another run of the loop.
 */
function isOutside(event: TraceEvent, events: readonly TraceEvent[]): boolean {
  if (event.task !== null) return false;
  switch (event.kind) {
    case 'timer-fired':
      return true;
    case 'clock-jumped':
      return event.cause === null || events[event.cause]?.kind === 'timer-set';
    case 'task-created':
      return event.cause === null;
    case 'cancel-requested':
      return event.atEnd === true;
    default:
      return false;
  }
}
