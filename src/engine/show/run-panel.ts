import type { Run } from '../trace/open-run.ts';
import { listTimers, listWaiting } from '../trace/state/read-state.ts';
import type { Names } from '../trace/words/name-parts.ts';
import type { RunState } from '../trace/state/run-state.ts';
import { formatSeconds } from '../trace/words/format-seconds.ts';

/** The lists beside the drawing at one step: short, with a heading each. */
export type RunPanel = readonly PanelList[];

export type PanelList = {
  readonly key: 'clock' | 'ready' | 'timers' | 'waiting';
  readonly heading: string;
  /** Shown in this order; an empty list is not shown. */
  readonly items: readonly { readonly name: string; readonly detail?: string }[];
};

/** The lists for a state of the run: clock, ready queue, timers and waiting table. A run without a loop has none. */
export function describePanel(run: Run, state: RunState): RunPanel {
  const { names, steps, trace, view } = run;
  if (view !== 'tasks') return [];
  // After its last step the loop runs on to clean up. That is neither drawn nor described.
  const last = steps.at(-1)?.last ?? 0;
  const iteration = Math.min(state.iteration, trace.events[last]?.iteration ?? 0);
  return describeLoop({ ...state, iteration }, names);
}

/** Which of the lists have an entry at any step of the run. */
export function listFilled(run: Run): ReadonlySet<PanelList['key']> {
  const filled = new Set<PanelList['key']>();
  if (run.view !== 'tasks') return filled;
  for (const step of run.steps) {
    const { ready, timers, waiting } = run.stateAfter(step.last);
    filled.add('clock');
    if (ready.size > 0) filled.add('ready');
    if (timers.size > 0) filled.add('timers');
    if (waiting.size > 0) filled.add('waiting');
    if (filled.size === 4) break;
  }
  return filled;
}

function describeLoop(state: RunState, names: Names): RunPanel {
  return [
    {
      key: 'clock',
      heading: 'Clock',
      items: [{ name: formatSeconds(state.clock), detail: `iteration ${state.iteration}` }],
    },
    {
      key: 'ready',
      heading: 'Ready',
      items: listUpTo(state.ready, state.ready.size, (entry) => ({
        name: entry.kind === 'task' ? (names.tasks.get(entry.id) ?? `Task ${entry.id}`) : names.label(entry.label),
      })),
    },
    {
      key: 'timers',
      heading: 'Timers',
      items: listUpTo(listTimers(state), state.timers.size, ({ label, when }) => ({
        name: names.label(label),
        detail: when === null ? 'never' : `at ${formatSeconds(when)}`,
      })),
    },
    {
      key: 'waiting',
      heading: 'Waiting',
      items: listUpTo(listWaiting(state), state.waiting.size, ({ task, on, at }) => ({
        name: names.tasks.get(task.id) ?? task.name,
        detail: `on ${names.wait(on, at)}`,
      })),
    },
  ];
}

/** How many entries a list shows; its last entry says how many more there are. */
const mostItems = 100;

function listUpTo<Entry>(
  entries: Iterable<Entry>,
  size: number,
  toItem: (entry: Entry) => PanelList['items'][number],
): PanelList['items'] {
  const items: PanelList['items'][number][] = [];
  for (const entry of entries) {
    if (items.length === mostItems) {
      items.push({ name: `and ${size - mostItems} more` });
      break;
    }
    items.push(toItem(entry));
  }
  return items;
}
