import type { TraceEvent } from '../event/events.ts';
import { isLibraryCallback, tellError } from './name-actor.ts';
import { nameCallback } from './name-callback.ts';
import type { Telling } from './telling.ts';

/** Returns a sentence about a callback that the loop runs: `gather notes that fetch(1) is done (2 of 3).` */
export function describeCallback(telling: Telling): string {
  const { after, trace, event, names } = telling;
  const label = names.label(after.callback?.label ?? '');
  const ready = trace.events[event.cause ?? -1];
  const ended = trace.events[ready?.cause ?? -1];
  const end = ended === undefined ? undefined : describeEnd(telling, ended);
  if (end === undefined) return `The event loop runs ${nameCallback(label, names)}.`;
  if (!isLibraryCallback(label)) return `The event loop runs ${nameCallback(label, names)}, because ${end}.`;
  const name = label === 'TaskGroup' ? 'The task group' : label;
  return `${name} notes that ${end}${describeProgress(event)}${describeEffect(telling, label)}.`;
}

/** Says how a task or a future has ended; undefined for anything else. */
function describeEnd({ names }: Telling, ended: TraceEvent): string | undefined {
  if (ended.kind === 'task-ended') {
    return `${names.tasks.get(ended.id) ?? `task ${ended.id}`} ${taskEnds[ended.how]}`;
  }
  if (ended.kind !== 'future-resolved') return undefined;
  const call = names.call(ended.future);
  // The call itself goes on if only the wait for it is canceled.
  const own = call === undefined ? 'its own future' : `the wait for ${call}`;
  return `${names.future(ended.future) ?? own} ${futureEnds[ended.how]}`;
}

const taskEnds = { returned: 'is done', raised: 'has failed', cancelled: 'has been canceled' } as const;
const futureEnds = { result: 'is done', exception: 'has failed', cancelled: 'has been canceled' } as const;

function describeProgress(event: TraceEvent): string {
  if (event.kind !== 'callback-runs' || event.left === undefined) return '';
  const { left, of } = event;
  return of === undefined ? ` (${left === 0 ? 'none' : left} left)` : ` (${of - left} of ${of})`;
}

/** What the callback does to its own future at once. The task that this wakes is the next step. */
function describeEffect({ trace, event }: Telling, label: string): string {
  const next = trace.events[event.seq + 1];
  if (next?.cause !== event.seq || next.kind !== 'future-resolved') return '';
  if (next.how === 'result') return label === 'gather' ? ' and has all results' : ' and passes the result on';
  return next.how === 'exception' ? ` and fails with ${tellError(next.error)}` : ' and is canceled';
}
