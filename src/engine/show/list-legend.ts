import type { TraceEvent } from '../trace/event/events.ts';
import type { Run } from '../trace/open-run.ts';
import { isDestroyed } from '../trace/state/is-destroyed.ts';
import { endsInFailure } from '../trace/state/list-frame-moments.ts';

/** Everything in a drawing that may need an explanation, in the order of the legend. */
export const legendKeys = [
  'program',
  'running',
  'ready',
  'waiting',
  'done',
  'failed',
  'cancelled',
  'suspended',
  'into',
  'out',
  'print',
  'jump',
  'request',
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
  const keys = new Set<LegendKey>(isTasks ? ['running', 'ready', 'baton'] : ['program', 'running']);
  for (const event of trace.events) {
    for (const key of listMarks(event)) keys.add(key);
    if (isTasks) {
      if (event.kind === 'task-ended') keys.add(endings[event.how]);
      if (isDestroyed(event)) keys.add('failed');
    } else if ('frame' in event && !origins.plainFrames.has(event.frame)) {
      for (const key of listMoves(event)) keys.add(key);
    }
    if (event.kind === 'timer-set' && event.when !== null) keys.add('timer');
    if (event.kind === 'task-waits' && event.on.what !== 'tick') keys.add('waiting');
    if (event.kind === 'task-waits' && event.on.what === 'task') keys.add('wait');
  }
  return keys;
}

/** The signs of a step that do not explain themselves. */
function listMarks({ kind }: TraceEvent): readonly LegendKey[] {
  if (kind === 'output') return ['print'];
  if (kind === 'clock-jumped') return ['jump'];
  return kind === 'cancel-requested' || kind === 'group-aborted' ? ['request'] : [];
}

/** What is drawn where control enters and leaves the frame of a generator or a coroutine. */
function listMoves(event: TraceEvent): readonly LegendKey[] {
  if (event.kind === 'frame-resumed') return ['into', 'baton', 'call'];
  if (event.kind === 'frame-suspended') return ['suspended', 'out'];
  if (event.kind === 'frame-left') return [endsInFailure(event) ? 'failed' : 'done', 'out'];
  return [];
}

const endings = { returned: 'done', raised: 'failed', cancelled: 'cancelled' } as const;
