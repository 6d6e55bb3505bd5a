import { chooseView } from '../../trace/choose-view.ts';
import type { Trace } from '../../trace/events.ts';

/** What a drawing can need explained, in the order of the legend. */
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

/** Returns what the drawing of a run shows, so that its legend explains this and nothing else. */
export function listLegend(trace: Trace): ReadonlySet<LegendKey> {
  const isTasks = chooseView(trace) === 'tasks';
  const keys = new Set<LegendKey>(
    isTasks
      ? ['running', 'ready', 'waiting', 'done', 'baton']
      : ['running', 'done', 'suspended', 'into', 'out', 'baton', 'call'],
  );
  for (const event of trace.events) {
    if (event.kind === 'task-ended' && isTasks && event.how !== 'returned')
      keys.add(event.how === 'raised' ? 'failed' : 'cancelled');
    if (
      event.kind === 'frame-left' &&
      !isTasks &&
      event.how === 'raised' &&
      event.value?.startsWith('GeneratorExit') !== true
    )
      keys.add('failed');
    if (event.kind === 'timer-set' && event.when !== null) keys.add('timer');
    if (event.kind === 'task-waits' && event.on.what === 'task') keys.add('wait');
  }
  return keys;
}
