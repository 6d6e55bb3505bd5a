import type { Run } from '../trace/run.ts';
import { findFrame, listAwaitChain, listTimers, listWaiting } from '../trace/state/read-state.ts';
import type { Step } from '../trace/state/step.ts';
import type { Names } from '../trace/words/name-parts.ts';
import type { FrameState, RunState } from '../trace/state/run-state.ts';
import { formatSeconds } from '../trace/words/format-seconds.ts';

/** What stands beside the drawing at one step: short lists with a heading each. */
export type RunPanel = readonly PanelList[];

export type PanelList = {
  readonly key: 'clock' | 'ready' | 'timers' | 'waiting' | 'chain' | 'stack' | 'suspended';
  readonly heading: string;
  /** Shown in this order; an empty list says `empty`. */
  readonly items: readonly { readonly name: string; readonly detail?: string }[];
  readonly empty: string;
};

/** The task a step is about: the one that acts, or that is created, woken or cancelled; null: the event loop, or none. */
export function selectTask(step: Step | undefined): number | null {
  if (step === undefined) return null;
  const { event } = step;
  const own = 'id' in event ? event.id : undefined;
  return own ?? event.task;
}

/**
 * The lists for a state of the run: clock, ready queue, timers, waiting table and the await chain of the `selected` task, or the frames of
 * plain generators.
 */
export function describePanel(run: Run, state: RunState, selected: number | null): RunPanel {
  const { names, steps, trace, view } = run;
  if (view !== 'tasks') return describeFrames(state, names);
  // After its last step the loop goes around for its own ends, which are neither drawn nor told.
  const last = steps.at(-1)?.last ?? 0;
  const iteration = Math.min(state.iteration, trace.events[last]?.iteration ?? 0);
  return describeLoop({ ...state, iteration }, names, selected);
}

/** How many entries each list has at most while the run is stepped through, within what there is room for: 1 to 8. */
export function countRows(run: Run): Readonly<Partial<Record<PanelList['key'], number>>> {
  const rows: Partial<Record<PanelList['key'], number>> = {};
  for (const step of run.steps) {
    for (const [key, count] of countItems(run, step)) rows[key] = Math.min(Math.max(rows[key] ?? 1, count), mostRows);
    if (Object.values(rows).every((count) => count === mostRows)) break;
  }
  return rows;
}

const mostRows = 8;

/** How many items each list of a step has, counted without making them. */
function countItems(run: Run, step: Step): readonly (readonly [PanelList['key'], number])[] {
  const state = run.stateAfter(step.last);
  if (run.view !== 'tasks') {
    const { size } = state.stack;
    return [
      ['stack', size],
      ['suspended', state.frames.size - size],
    ];
  }
  return [
    ['clock', 1],
    ['ready', state.ready.size],
    ['timers', state.timers.size],
    ['waiting', state.waiting.size],
    ['chain', listAwaitChain(state, selectTask(step) ?? 0).length],
  ];
}

function describeLoop(state: RunState, names: Names, selected: number | null): RunPanel {
  const chain = listAwaitChain(state, selected ?? 0);
  return [
    {
      key: 'clock',
      heading: 'Clock',
      items: [{ name: formatSeconds(state.clock), detail: `iteration ${state.iteration}` }],
      empty: '',
    },
    {
      key: 'ready',
      heading: 'Ready, in order',
      items: listUpTo(state.ready, state.ready.size, (entry) => ({
        name: entry.kind === 'task' ? (names.tasks.get(entry.id) ?? `Task ${entry.id}`) : entry.label,
      })),
      empty: 'nothing',
    },
    {
      key: 'timers',
      heading: 'Timers',
      items: listUpTo(listTimers(state), state.timers.size, ({ label, when }) => ({
        name: label,
        detail: when === null ? 'never' : `at ${formatSeconds(when)}`,
      })),
      empty: 'none',
    },
    {
      key: 'waiting',
      heading: 'Waiting',
      items: listUpTo(listWaiting(state), state.waiting.size, ({ task, on, at }) => ({
        name: names.tasks.get(task.id) ?? task.name,
        detail: `on ${names.wait(on, at)}`,
      })),
      empty: 'nobody',
    },
    {
      key: 'chain',
      heading: 'Await chain',
      items: listUpTo(chain, chain.length, ({ id, function: name, line }) => ({
        name: names.frames.get(id) ?? name,
        detail: `line ${line}`,
      })),
      empty: 'no task of this step',
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

function describeFrames(state: RunState, names: Names): RunPanel {
  const suspended = state.frames.size - state.stack.size;
  return [
    {
      key: 'stack',
      heading: 'On the call stack',
      items: listUpTo(state.stack, state.stack.size, (id) => {
        const frame = findFrame(state, id);
        return { name: names.frames.get(id) ?? '', detail: `line ${frame?.line ?? '?'}` };
      }),
      empty: 'no frame of a generator',
    },
    {
      key: 'suspended',
      heading: 'Suspended',
      items: listUpTo(leftAlone(state), suspended, ({ id, line, status }) => ({
        name: names.frames.get(id) ?? '',
        detail: status === 'created' ? 'not begun' : `line ${line}`,
      })),
      empty: 'none',
    },
  ];
}

function* leftAlone({ frames }: RunState): Generator<FrameState> {
  for (const frame of frames) if (frame.status === 'suspended' || frame.status === 'created') yield frame;
}
