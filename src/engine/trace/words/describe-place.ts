import { nameCallback } from './name-callback.ts';
import type { Names } from './name-parts.ts';
import type { RunState } from '../state/run-state.ts';

/** Returns a place in the ready queue, counted from 1, as the end of a sentence: `is first in the queue`. */
export function describePlace(state: RunState, place: number, names: Names): string {
  const ahead = state.ready.at(place - 2);
  if (place < 1) return 'is not in the queue';
  if (!ahead) return 'is first in the queue';
  const name = ahead.kind === 'task' ? names.tasks.get(ahead.id) : nameCallback(ahead.label, names);
  return `waits in the queue behind ${name ?? `task ${place - 1}`}`;
}
