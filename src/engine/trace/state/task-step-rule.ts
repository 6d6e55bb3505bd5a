import type { TraceEvent } from '../event/events.ts';
import { isAsked } from './is-asked.ts';
import { isReport } from './is-report.ts';
import type { StepRule } from './step.ts';

/**
 * Returns the rule for a run seen as tasks: a step is a decision about a task, a line printed, a move of the clock, or something
 * that the program itself asks of the loop.
 *
 * The library's own callbacks are steps if they register an end (`gather`, `wait`, a group, a done callback), so that every
 * iteration of the loop is visible. These are not steps: joining the queue as part of being created or of a bare suspension;
 * timers, and callbacks of timers whose effect is a step; and anything that changes nothing visible.
 */
export function createTaskStepRule(events: readonly TraceEvent[]): StepRule {
  const joiningQueue = new Set<number>();
  const askedTimers = new Set<number>();
  const askedCallbacks = new Set<number>();
  const notedCallbacks = new Set<number>();

  return (event, previous) => {
    switch (event.kind) {
      case 'task-created':
        if (!event.eager) joiningQueue.add(event.id);
        return 'begins';
      case 'task-waits':
        if (event.on.what === 'tick') joiningQueue.add(event.id);
        return 'begins';
      case 'task-ready': {
        if (!joiningQueue.delete(event.id)) return 'begins';
        const cause = previous?.event.kind;
        const isPart = cause === 'task-created' || cause === 'task-waits';
        return isPart && previous?.event.id === event.id ? 'completes' : 'bookkeeping';
      }
      case 'step-begins':
        joiningQueue.delete(event.id);
        return 'begins';
      case 'timer-set':
        if (isForSleep(event, events)) return 'bookkeeping';
        askedTimers.add(event.timer);
        return 'begins';
      case 'callback-ready': {
        const cause = events[event.cause ?? -1];
        const asked = isAsked(event, events);
        const isTimer = cause?.kind === 'timer-fired' && askedTimers.has(cause.timer);
        if (asked || isTimer) askedCallbacks.add(event.handle);
        // At the end of the run's own task the loop is stopped; what it does for that is not shown.
        if (cause !== undefined && ends.has(cause.kind) && event.label !== 'run') notedCallbacks.add(event.handle);
        return asked ? 'begins' : 'bookkeeping';
      }
      case 'callback-runs':
        return askedCallbacks.has(event.handle) || notedCallbacks.has(event.handle) || isAllThatHappens(event, events)
          ? 'begins'
          : 'bookkeeping';
      case 'frame-resumed':
        return previous?.event.kind === 'step-begins' && isEntered(events, previous.last + 1, event.seq)
          ? 'completes'
          : 'bookkeeping';
      case 'output':
        return isReport(event) && isReport(events[event.seq - 1]) ? 'completes' : 'begins';
      case 'task-ended':
      case 'warning':
      case 'note':
      case 'input':
      case 'thinned':
      case 'clock-jumped':
      case 'cancel-requested':
      case 'cancel-withdrawn':
      case 'sync-robbed':
      case 'group-aborted':
      case 'deadlock':
      case 'unretrieved':
        return 'begins';
      default:
        return 'bookkeeping';
    }
  };
}

/** The events that queue a done callback. */
const ends: ReadonlySet<string> = new Set<TraceEvent['kind']>(['task-ended', 'future-resolved']);

/** Whether the callback of a timer causes nothing that would be a step, for example because the task has already been woken. */
function isAllThatHappens(
  callback: Extract<TraceEvent, { kind: 'callback-runs' }>,
  events: readonly TraceEvent[],
): boolean {
  const ready = events[callback.cause ?? -1];
  const isTimers = ready?.kind === 'callback-ready' && events[ready.cause ?? -1]?.kind === 'timer-fired';
  return isTimers && events[callback.seq + 1]?.cause !== callback.seq;
}

/** Between the beginning of a step and the frames it resumes, a sleep may drop its timer, and frames may be created. */
function isEntered(events: readonly TraceEvent[], from: number, to: number): boolean {
  let index = from;
  while (index < to && entering.has(events[index]?.kind ?? '')) index += 1;
  return index === to;
}

const entering: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  'timer-cancelled',
  'frame-created',
  'frame-resumed',
]);

/** A sleep sets a timer and then waits for it. Only the wait is a step. */
function isForSleep(timer: Extract<TraceEvent, { kind: 'timer-set' }>, events: readonly TraceEvent[]): boolean {
  for (let index = timer.seq + 1; index < events.length; index += 1) {
    const event = events[index];
    if (event?.kind === 'task-waits') return event.on.what === 'sleep' && (event.on.until ?? null) === timer.when;
    if (event?.kind === 'task-ended' || event?.kind === 'timer-set' || event?.kind === 'output') return false;
  }
  return false;
}
