import { chooseView } from '../trace/state/choose-view.ts';
import type { Trace, TraceEvent } from '../trace/event/events.ts';
import { listSteps } from '../trace/state/list-steps.ts';
import { listPlainFrames } from '../trace/event/plain-frames.ts';

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

/** Returns what the drawing of a run shows, so that its legend explains this and nothing else; nothing of a run without a step. */
export function listLegend(trace: Trace): ReadonlySet<LegendKey> {
  if (listSteps(trace).length === 0) return new Set();
  const isTasks = chooseView(trace) === 'tasks';
  const keys = new Set<LegendKey>(
    isTasks ? ['running', 'ready', 'baton'] : ['running', 'done', 'suspended', 'into', 'out', 'baton', 'call'],
  );
  const plain = listPlainFrames(trace);
  for (const event of trace.events) {
    if (event.kind === 'task-ended' && isTasks) keys.add(endings[event.how]);
    if (event.kind === 'frame-left' && !isTasks && !plain.has(event.frame) && isFailure(event)) keys.add('failed');
    if (event.kind === 'timer-set' && event.when !== null) keys.add('timer');
    if (event.kind === 'task-waits' && event.on.what !== 'tick') keys.add('waiting');
    if (event.kind === 'task-waits' && event.on.what === 'task') keys.add('wait');
  }
  return keys;
}

const endings = { returned: 'done', raised: 'failed', cancelled: 'cancelled' } as const;

/** Leaving by `GeneratorExit` is what `close()` asks for. */
function isFailure({ how, value }: Extract<TraceEvent, { kind: 'frame-left' }>): boolean {
  return how === 'raised' && value?.startsWith('GeneratorExit') !== true;
}
