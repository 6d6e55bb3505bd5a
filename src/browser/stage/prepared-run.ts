import type { Axis } from '../../engine/timeline/geometry.ts';
import type { Run } from '../../engine/trace/run.ts';
import { findInnermost } from '../../engine/trace/state/read-state.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { Playhead } from './playhead.ts';

/** A run that is ready to be replayed: who runs at each step (by step number; index 0 is unused), and its playhead. */
export type PreparedRun = {
  readonly run: Run;
  readonly axis: Axis;
  readonly runners: readonly (number | null)[];
  readonly playhead: Playhead;
  /** The lines of the console, and the event that printed each. */
  readonly output: readonly { readonly item: Element; readonly seq: number }[];
};

/** The axis on which a demo draws a run to begin with. */
export function chooseAxis(host: HTMLElement, run: Run): Axis {
  return host.dataset['axis'] === 'time' && run.passesTime ? 'time' : 'step';
}

/** Gets a run ready whose drawing and console stand in `host`. */
export function prepareRun(host: HTMLElement, run: Run, axis: Axis = 'step'): PreparedRun {
  const runners = [null, ...run.steps.map(({ event, last }) => runnerOf(run.stateAfter(last)) ?? event.task)];
  const playhead = new Playhead(host.querySelector('.picture') ?? host, run, axis);
  const output = [...host.querySelectorAll('.console [data-output]')].map((item) => ({
    item,
    seq: Number(item.getAttribute('data-output')),
  }));
  return { run, axis, runners, playhead, output };
}

/** The task, or for plain generators the frame, that runs in a state. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.size === 0 ? findInnermost(state) : null);
}
