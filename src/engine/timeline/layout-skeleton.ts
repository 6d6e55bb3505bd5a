import { listMoments } from '../trace/state/list-moments.ts';
import { isOutside, type LaneSeed, type MomentTable } from '../trace/state/moment.ts';
import type { View } from '../trace/state/choose-view.ts';
import type { Run } from '../trace/open-run.ts';
import type { Axis, CauseArrow, Column, Lane, Reading } from './geometry.ts';
import { layoutCauses } from './layout-causes.ts';
import { findReadingEnd, layoutColumns, layoutReadings, type Omitted } from './layout-columns.ts';
import { type Measures, sizes } from './measures.ts';

export type SkeletonOptions = {
  readonly axis?: Axis;
  /** `full` for the page, `small` for thumbnails and Open Graph pictures: narrow columns, no labels, and only the marks of ends. */
  readonly size?: 'full' | 'small';
};

/** How many steps are drawn from the beginning of a run unless given; the others are only counted. */
export const mostSteps = 500;

/** A lane without the text at its left. */
export type BareLane = Omit<Lane, 'label'>;

/** Where the columns and lanes of a drawn run are, and what caused what: everything that is needed of an existing drawing. */
export type Skeleton = {
  readonly view: View;
  readonly axis: Axis;
  /** Width of the run's own picture. */
  readonly width: number;
  readonly table: MomentTable;
  readonly omitted: Omitted;
  readonly columns: readonly Column[];
  readonly readings: readonly Reading[];
  readonly lanes: readonly BareLane[];
  /** Where the first lane begins and the last one ends. */
  readonly top: number;
  readonly bottom: number;
  readonly causes: readonly CauseArrow[];
};

/** Returns the columns and lanes of the picture of a run, or of its first steps. The same run and options give the same numbers. */
export function layoutSkeleton(run: Run, options: SkeletonOptions & { readonly most?: number } = {}): Skeleton {
  return layoutTable(run, listMoments(run, options.most ?? mostSteps), options);
}

/** Returns the same for the picture of a part of a run: consecutive steps, in the lanes of the table. */
export function layoutTable(run: Run, table: MomentTable, options: SkeletonOptions = {}): Skeleton {
  const { axis = 'step', size = 'full' } = options;
  const { view } = run;
  const measures = sizes[size];
  const { lanes: seeds, moments } = table;
  const { margin, row } = measures;
  const columns = layoutColumns(table, axis, measures);
  const before = (columns[0]?.step ?? 1) - 1;
  const omitted = { before, after: run.steps.length - before - moments.length };
  const readings = row > 0 ? layoutReadings(moments, columns, omitted) : [];
  const top = margin + (readings.length > 0 ? row : 0);
  const lanes = layoutLanes(seeds, view, measures, top);
  const last = columns.at(-1);
  return {
    view,
    axis,
    width: Math.max(last ? last.x + last.width : margin, ...readings.map(findReadingEnd)) + margin,
    table,
    omitted,
    columns,
    readings,
    lanes,
    top,
    bottom: Math.max(...lanes.map(({ y, height }) => y + height), top),
    causes: row > 0 ? layoutCauses(run, moments, columns, lanes) : [],
  };
}

function layoutLanes(seeds: readonly LaneSeed[], view: View, measures: Measures, top: number): readonly BareLane[] {
  let y = top;
  const gap = view === 'frames' ? measures.frameGap : measures.gap;
  return seeds.map(({ id, name }) => {
    const height = isOutside(id) && view === 'tasks' ? measures.loop : measures.lane;
    const lane = { id, name, y, height };
    y += height + gap;
    return lane;
  });
}
