import { chooseView } from '../../trace/choose-view.ts';
import type { Trace } from '../../trace/events.ts';
import { findFrame, findTask, listWaiting } from '../../trace/read-state.ts';
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
  return chooseView(trace) === 'tasks' ? describeLoop(state) : describeFrames(state);
}

function describeLoop(state: RunState): RunPanel {
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
        name: entry.kind === 'task' ? (findTask(state, entry.id)?.name ?? `Task ${entry.id}`) : entry.label,
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
      items: listWaiting(state).map(({ task, on }) => ({ name: task.name, detail: `on ${on.label}` })),
      empty: 'nobody',
    },
  ];
}

function describeFrames(state: RunState): RunPanel {
  return [
    {
      key: 'stack',
      heading: 'On the call stack',
      items: state.stack.flatMap((id) => {
        const frame = findFrame(state, id);
        return frame === undefined ? [] : [{ name: frame.function, detail: `line ${frame.line}` }];
      }),
      empty: 'no frame of a generator',
    },
    {
      key: 'suspended',
      heading: 'Suspended',
      items: state.frames
        .filter(({ status }) => status === 'suspended' || status === 'created')
        .map(({ function: name, line, status }) => ({
          name,
          detail: status === 'created' ? 'not begun' : `line ${line}`,
        })),
      empty: 'none',
    },
  ];
}
