import type { TraceEvent } from '../trace/event/events.ts';
import type { Run } from '../trace/run.ts';
import { isDestroyed } from '../trace/state/is-destroyed.ts';

/** Everything in a drawing that may need an explanation, in the order of the legend. */
export const legendKeys = [
  'running',
  'ready',
  'waiting',
  'done',
  'failed',
  'cancelled',
  'suspended',
  'into',
  'out',
  'baton',
  'call',
  'wait',
  'timer',
] as const;
export type LegendKey = (typeof legendKeys)[number];

/** Returns what the drawing of a run shows, so that its legend explains exactly that; nothing for a run without a step. */
export function listLegend({ steps, trace, view, origins }: Run): ReadonlySet<LegendKey> {
  if (steps.length === 0) return new Set();
  const isTasks = view === 'tasks';
  const keys = new Set<LegendKey>(
    isTasks ? ['running', 'ready', 'baton'] : ['running', 'done', 'suspended', 'into', 'out', 'baton', 'call'],
  );
  for (const event of trace.events) {
    if (event.kind === 'task-ended' && isTasks) keys.add(endings[event.how]);
    if (event.kind === 'frame-left' && !isTasks && !origins.plainFrames.has(event.frame) && isFailure(event))
      keys.add('failed');
    if (isDestroyed(event) && isTasks) keys.add('failed');
    if (event.kind === 'timer-set' && event.when !== null) keys.add('timer');
    if (event.kind === 'task-waits' && event.on.what !== 'tick') keys.add('waiting');
    if (event.kind === 'task-waits' && event.on.what === 'task') keys.add('wait');
  }
  return keys;
}

const endings = { returned: 'done', raised: 'failed', cancelled: 'cancelled' } as const;

/** Leaving by `GeneratorExit` is what `close()` asks for, so it is not a failure. */
function isFailure({ how, value }: Extract<TraceEvent, { kind: 'frame-left' }>): boolean {
  return how === 'raised' && value?.startsWith('GeneratorExit') !== true;
}
