import type { Axis, Geometry } from '../../engine/timeline/geometry.ts';
import { layoutSkeleton } from '../../engine/timeline/layout-skeleton.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { findInnermost } from '../../engine/trace/state/read-state.ts';
import type { RunState } from '../../engine/trace/state/run-state.ts';
import { Playhead } from './playhead.ts';
import { type RunTexts, WholeTexts } from './run-texts.ts';

/** A run that is ready to be replayed: it shows the reader's position in its drawing and its texts. */
export type PreparedRun = {
  readonly run: Run;
  readonly axis: Axis;
  readonly playhead: Pick<Playhead, 'show' | 'scrollTo' | 'stepAt'>;
  readonly texts: RunTexts;
  /** What draws a run that is drawn only in part. */
  readonly part?: () => Geometry;
  /** Must be called when another run replaces this one. */
  readonly close?: () => void;
};

/** The axis on which a demo's run is drawn at first. */
export function chooseAxis(host: HTMLElement, run: Run): Axis {
  return host.dataset['axis'] === 'time' && run.passesTime ? 'time' : 'step';
}

/** Prepares a run whose drawing and console are in `host`. */
export function prepareRun(host: HTMLElement, run: Run, axis: Axis): PreparedRun {
  const playhead = new Playhead(host.querySelector('.picture') ?? host, layoutSkeleton(run, { axis }));
  return { run, axis, playhead, texts: new WholeTexts(host, run) };
}

/** The task or frame that runs at each step of a run, by step number; index 0 is unused. */
export function listRunners(run: Run): readonly (number | null)[] {
  return [null, ...run.steps.map(({ event, last }) => runnerOf(run.stateAfter(last)) ?? event.task)];
}

/** The task that runs in a state, or for plain generators the frame. */
function runnerOf(state: RunState): number | null {
  return state.running.at(-1) ?? (state.tasks.size === 0 ? findInnermost(state) : null);
}
