import type { Axis } from '../../engine/timeline/geometry.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { foldTrace } from '../../engine/trace/state/fold-trace.ts';
import { listSteps, type Step } from '../../engine/trace/state/list-steps.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { Playhead } from './playhead.ts';
import type { TwinMarks } from '../../engine/show/twin-marks.ts';

/** A run that is ready to be replayed: its steps, who runs at each (by step number; index 0 is unused), and its playhead. */
export type PreparedRun = {
  readonly trace: Trace;
  readonly twin: TwinMarks | undefined;
  readonly axis: Axis;
  readonly steps: readonly Step[];
  readonly runners: readonly (number | null)[];
  readonly playhead: Playhead;
  /** The lines of the console, and the event that printed each. */
  readonly output: readonly { readonly item: Element; readonly seq: number }[];
};

/** Gets a run ready whose drawing and console stand in `host`. */
export function prepareRun(
  host: HTMLElement,
  trace: Trace,
  twin: TwinMarks | undefined,
  axis: Axis = 'step',
): PreparedRun {
  const steps = listSteps(trace);
  const runners = [null, ...steps.map(({ event, last }) => runnerOf(foldTrace(trace, last)) ?? event.task)];
  const playhead = new Playhead(host.querySelector('.picture') ?? host, trace, axis);
  const output = [...host.querySelectorAll('.console [data-output]')].map((item) => ({
    item,
    seq: Number(item.getAttribute('data-output')),
  }));
  return { trace, twin, axis, steps, runners, playhead, output };
}

/** The task, or for plain generators the frame, that runs in a state. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.length === 0 ? state.stack.at(-1) : undefined) ?? null;
}
