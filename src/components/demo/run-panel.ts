import { chooseView } from '../../trace/choose-view.ts';
import type { Trace } from '../../trace/events.ts';
import { type Names, nameParts } from '../../trace/name-parts.ts';
import { findFrame, listWaiting } from '../../trace/read-state.ts';
import type { RunState } from '../../trace/run-state.ts';
import { formatSeconds } from '../../trace/format-seconds.ts';

/** What stands beside the drawing at one step: short lists with a heading each. */
export type RunPanel = readonly PanelList[];

export type PanelList = {
  readonly key: 'clock' | 'ready' | 'timers' | 'waiting' | 'stack' | 'suspended';
  readonly heading: string;
  /** Shown in this order; an empty list says `empty`. */
  readonly items: readonly { readonly name: string; readonly detail?: string }[];
  readonly empty: string;
};

/** The lists for a state of the run: clock, ready queue, timers and waiting table, or the frames of plain generators. */
export function describePanel(trace: Trace, state: RunState): RunPanel {
  const names = nameParts(trace);
  return chooseView(trace) === 'tasks' ? describeLoop(state, names) : describeFrames(state, names);
}

function describeLoop(state: RunState, names: Names): RunPanel {
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
      items: listWaiting(state).map(({ task, on }) => ({
        name: names.tasks.get(task.id) ?? task.name,
        detail: `on ${on.label}`,
      })),
      empty: 'nobody',
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
