import type { Run } from '../trace/run.ts';
import { listTimers, listWaiting } from '../trace/state/read-state.ts';
import type { Step } from '../trace/state/step.ts';
import type { Names } from '../trace/words/name-parts.ts';
import type { RunState } from '../trace/state/run-state.ts';
import { formatSeconds } from '../trace/words/format-seconds.ts';

/** What stands beside the drawing at one step: short lists with a heading each. */
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
  // After its last step the loop goes around for its own ends, which are neither drawn nor told.
  const last = steps.at(-1)?.last ?? 0;
  const iteration = Math.min(state.iteration, trace.events[last]?.iteration ?? 0);
  return describeLoop({ ...state, iteration }, names);
}

/** How many entries each list has at most while the run is stepped through, within what there is room for: 0 to 8. */
export function countRows(run: Run): Readonly<Partial<Record<PanelList['key'], number>>> {
  const rows: Partial<Record<PanelList['key'], number>> = {};
  if (run.view !== 'tasks') return rows;
  for (const step of run.steps) {
    for (const [key, count] of countItems(run, step)) rows[key] = Math.min(Math.max(rows[key] ?? 0, count), mostRows);
    if (Object.values(rows).every((count) => count === mostRows)) break;
  }
  return rows;
}

const mostRows = 8;

/** How many items each list of a step has, counted without making them. */
function countItems(run: Run, step: Step): readonly (readonly [PanelList['key'], number])[] {
  const state = run.stateAfter(step.last);
  return [
    ['clock', 1],
    ['ready', state.ready.size],
    ['timers', state.timers.size],
    ['waiting', state.waiting.size],
  ];
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

/** How many entries a list shows; how many more there are is its last one. */
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
