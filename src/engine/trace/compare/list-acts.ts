import type { Run } from '../open-run.ts';
import { toCamel } from '../variables/to-camel.ts';
import { formatSeconds } from '../words/format-seconds.ts';
import { isLibraryCallback } from '../words/name-actor.ts';

/** A callback that the loop runs. Only asyncio's own callbacks have names that both languages know. */
export type LoopAct = { readonly seq: number; readonly key: string; readonly words: string };

/** Returns the callbacks that a run's loop runs between the steps of its tasks, in order. */
export function listActs({ trace: { events } }: Run): readonly LoopAct[] {
  return events.flatMap((event): readonly LoopAct[] => {
    if (event.kind !== 'callback-runs') return [];
    const { seq, iteration, time, left, of } = event;
    const ready = events[event.cause ?? -1];
    const label =
      ready?.kind === 'callback-ready' && isLibraryCallback(ready.label) ? toCamel(ready.label) : 'a callback';
    const count = left === undefined ? '' : `, with ${left}${of === undefined ? '' : ` of ${of}`} left`;
    const words = `in iteration ${iteration} at ${formatSeconds(time)}, the loop runs ${label}${count}`;
    return [{ seq, key: words, words }];
  });
}
