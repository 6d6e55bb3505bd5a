import { chooseView } from '../trace/state/choose-view.ts';
import type { Trace } from '../trace/event/events.ts';
import { foldTrace } from '../trace/state/fold-trace.ts';
import { listSteps, type Step } from '../trace/state/list-steps.ts';
import { type Names, nameParts } from '../trace/words/name-parts.ts';
import { findFrame, listAwaitChain, listWaiting } from '../trace/state/read-state.ts';
import type { RunState } from '../trace/state/run-state.ts';
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
export function describePanel(trace: Trace, state: RunState, selected: number | null): RunPanel {
  const names = nameParts(trace);
  if (chooseView(trace) !== 'tasks') return describeFrames(state, names);
  // After its last step the loop goes around for its own ends, which are neither drawn nor told.
  const last = listSteps(trace).at(-1)?.last ?? 0;
  const iteration = Math.min(state.iteration, trace.events[last]?.iteration ?? 0);
  return describeLoop({ ...state, iteration }, names, selected);
}

/** How many entries each list has at most while the run is stepped through, within what there is room for: 1 to 8. */
export function countRows(trace: Trace): Readonly<Partial<Record<PanelList['key'], number>>> {
  const rows: Partial<Record<PanelList['key'], number>> = {};
  for (const step of listSteps(trace)) {
    for (const { key, items } of describePanel(trace, foldTrace(trace, step.last), selectTask(step))) {
      rows[key] = Math.min(Math.max(rows[key] ?? 1, items.length), 8);
    }
  }
  return rows;
}

function describeLoop(state: RunState, names: Names, selected: number | null): RunPanel {
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
      items: state.ready.map((entry) => ({
        name: entry.kind === 'task' ? (names.tasks.get(entry.id) ?? `Task ${entry.id}`) : entry.label,
      })),
      empty: 'nothing',
    },
    {
      key: 'timers',
      heading: 'Timers',
      items: state.timers.map(({ label, when }) => ({
        name: label,
        detail: when === null ? 'never' : `at ${formatSeconds(when)}`,
      })),
      empty: 'none',
    },
    {
      key: 'waiting',
      heading: 'Waiting',
      items: listWaiting(state).map(({ task, on, at }) => ({
        name: names.tasks.get(task.id) ?? task.name,
        detail: `on ${names.wait(on, at)}`,
      })),
      empty: 'nobody',
    },
    {
      key: 'chain',
      heading: 'Await chain',
      items: listAwaitChain(state, selected ?? 0).map(({ id, function: name, line }) => ({
        name: names.frames.get(id) ?? name,
        detail: `line ${line}`,
      })),
      empty: 'no task of this step',
    },
  ];
}

function describeFrames(state: RunState, names: Names): RunPanel {
  return [
    {
      key: 'stack',
      heading: 'On the call stack',
      items: state.stack.flatMap((id) => {
        const frame = findFrame(state, id);
        return frame === undefined
          ? []
          : [{ name: names.frames.get(id) ?? frame.function, detail: `line ${frame.line}` }];
      }),
      empty: 'no frame of a generator',
    },
    {
      key: 'suspended',
      heading: 'Suspended',
      items: state.frames
        .filter(({ status }) => status === 'suspended' || status === 'created')
        .map(({ id, function: name, line, status }) => ({
          name: names.frames.get(id) ?? name,
          detail: status === 'created' ? 'not begun' : `line ${line}`,
        })),
      empty: 'none',
    },
  ];
}
