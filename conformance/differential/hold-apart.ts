import type { Trace, TraceEvent } from '../../src/engine/trace/event/events.ts';

/*
 * What CPython does once a run is over, and JavaScript never: it collects what the run has left behind. A task that began while the rest
 * were being cancelled, or while a loop was made to stop, is never resumed again. Where it waits, CPython raises GeneratorExit as it
 * collects the coroutine, so that a `finally` is run, and may print, release a lock or abort a group. JavaScript tells nobody what it
 * collects, and a generator that it lets go of stays where it is. So this, and this alone, is not compared between the languages: what is
 * recorded after the loop was closed, if a task was left that had not ended. Which tasks these are, and what nobody looked at, is. So is
 * what threads do after that, if they are left by a loop that was stopped: nobody collects a thread, in either language.
 */

/** What the programs in Python print when their loop is closed, after all that it does at the end of a run. */
export const endMark = 'the loop is closed';

/** A run in two parts. `trace` is the run without what is `collected` after its end. */
export type HeldApart = { readonly trace: Trace; readonly collected: readonly TraceEvent[] };

/**
 * Holds apart what happens in a program of CPython's after its loop was closed, but for what threads do and what nobody looked at. Takes
 * the mark out.
 */
export function holdApart(trace: Trace): HeldApart {
  const end = trace.events.findIndex(isMark);
  if (end < 0) return { trace, collected: [] };
  const [before, after] = [trace.events.slice(0, end), trace.events.slice(end + 1)];
  const lanes = new Set(
    before.flatMap((event) => (event.kind === 'task-created' && event.thread !== undefined ? [event.id] : [])),
  );
  if (!leavesTask(before)) return { trace: { ...trace, events: [...before, ...after] }, collected: [] };
  const isOfThread = (event: TraceEvent | undefined): boolean => lanes.has(event?.task ?? 0);
  // The clock moves for the thread that acts next.
  const isCompared = (event: TraceEvent, index: number): boolean =>
    event.kind === 'unretrieved' || isOfThread(event.kind === 'clock-jumped' ? after[index + 1] : event);
  return {
    trace: { ...trace, events: [...before, ...after.filter(isCompared)] },
    collected: after.filter((event, index) => !isCompared(event, index)),
  };
}

/** Returns a run up to where its loop was closed. */
export function cutAtClose(trace: Trace): Trace {
  const end = trace.events.findIndex(isMark);
  return end < 0 ? trace : { ...trace, events: trace.events.slice(0, end) };
}

const isMark = (event: TraceEvent): boolean => event.kind === 'output' && event.text === endMark;

/** Whether a task was made that has not ended. Calls in threads do not count. */
function leavesTask(events: readonly TraceEvent[]): boolean {
  const left = new Set<number>();
  for (const event of events) {
    if (event.kind === 'task-created' && event.thread === undefined) left.add(event.id);
    if (event.kind === 'task-ended') left.delete(event.id);
  }
  return left.size > 0;
}
