import { listMoments } from '../trace/state/list-moments.ts';
import type { LaneSeed, Moment } from '../trace/state/moment.ts';
import type { View } from '../trace/state/choose-view.ts';
import type { Run } from '../trace/run.ts';
import type { Axis, CauseArrow, Column, Lane, Reading } from './geometry.ts';
import { layoutCauses } from './layout-causes.ts';
import { endOfReading, layoutColumns, layoutReadings } from './layout-columns.ts';
import { type Measures, sizes } from './measures.ts';

export type SkeletonOptions = {
  readonly axis?: Axis;
  /** `full` for the page, `small` for thumbnails and Open Graph pictures: narrow columns, no labels, no marks but the ends. */
  readonly size?: 'full' | 'small';
  /** How many steps to draw; 500 when left out. The rest is only counted. */
  readonly most?: number;
};

/** A lane without what is written at its left. */
export type BareLane = Omit<Lane, 'label'>;

/** Where the columns and lanes of a drawn run are, and what brought what about: all that is asked of a drawing that is there already. */
export type Skeleton = {
  readonly view: View;
  readonly axis: Axis;
  /** Width of the run's own picture. */
  readonly width: number;
  readonly moments: readonly Moment[];
  /** How many steps are not drawn. */
  readonly omitted: number;
  readonly columns: readonly Column[];
  readonly readings: readonly Reading[];
  readonly lanes: readonly BareLane[];
  /** Where the first lane begins and the last one ends. */
  readonly top: number;
  readonly bottom: number;
  readonly causes: readonly CauseArrow[];
};

/** Returns the columns and lanes of the picture of a run. The same run and options give the same numbers. */
export function layoutSkeleton(run: Run, options: SkeletonOptions = {}): Skeleton {
  const { axis = 'step', size = 'full', most = 500 } = options;
  const { view } = run;
  const measures = sizes[size];
  const { lanes: seeds, moments } = listMoments(run, most);
  const { margin, row } = measures;
  const omitted = run.steps.length - moments.length;
  const columns = layoutColumns(moments, axis, measures);
  const readings = row > 0 ? layoutReadings(moments, columns, omitted) : [];
  const top = margin + (readings.length > 0 ? row : 0);
  const lanes = layoutLanes(seeds, view, measures, top);
  const last = columns.at(-1);
  return {
    view,
    axis,
    width: Math.max(last ? last.x + last.width : margin, ...readings.map(endOfReading)) + margin,
    moments,
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
    const height = (id === null || id <= 0) && view === 'tasks' ? measures.loop : measures.lane;
    const lane = { id, name, y, height };
    y += height + gap;
    return lane;
  });
}
