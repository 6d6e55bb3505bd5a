import { drawSheet } from '../../../engine/timeline/draw-figure.ts';
import type { Axis, Geometry } from '../../../engine/timeline/geometry.ts';
import { layoutTable, type Skeleton } from '../../../engine/timeline/layout-skeleton.ts';
import { fillSkeleton } from '../../../engine/timeline/layout-timeline.ts';
import { chooseWindow, type RunPart } from '../../../engine/timeline/window/choose-window.ts';
import type { LanePlan } from '../../../engine/timeline/window/lane-plan.ts';
import { listWindow } from '../../../engine/timeline/window/list-window.ts';
import type { Run } from '../../../engine/trace/open-run.ts';
import { parseMarkup } from '../place-markup.ts';

/** A part of a long run, drawn but not yet in the page. */
export type DrawnPart = {
  readonly part: RunPart;
  readonly skeleton: Skeleton;
  readonly geometry: Geometry;
  /** The names and the run, side by side. */
  readonly sheet: Element;
};

/** What all parts of a run share. */
export type PartOptions = {
  readonly plan: LanePlan;
  readonly axis: Axis;
  /** The groups that the reader has opened, by name. */
  readonly opened: ReadonlySet<string>;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
};

/** Draws the part of a run around a step, in turns of a few milliseconds. */
export function* drawPart(
  run: Run,
  step: number,
  { plan, axis, opened, id, title }: PartOptions,
): Generator<void, DrawnPart> {
  const part = chooseWindow(run, plan, step, opened);
  yield;
  const table = listWindow(run, plan, part);
  yield;
  const skeleton = layoutTable(run, table, { axis });
  const geometry = fillSkeleton(run, skeleton, { title });
  yield;
  const markup = drawSheet(geometry, id);
  yield;
  const [sheet] = parseMarkup(markup);
  if (sheet === undefined)
    throw new Error(`Expected the drawing of steps ${part.from} to ${part.to} as an element, but got "${markup}".`);
  return { part, skeleton, geometry, sheet };
}
