import type { Run } from '../trace/open-run.ts';
import { describeRun } from '../trace/words/describe-run.ts';
import type { Geometry, Lane } from './geometry.ts';
import { cutNames } from './cut-names.ts';
import type { Obstacles } from './fit-label.ts';
import { layoutBaton } from './layout-baton.ts';
import { layoutPassages } from './layout-passages.ts';
import { layoutDeadlocks, layoutLinks } from './layout-links.ts';
import { layoutBands, type Omitted } from './layout-columns.ts';
import { listObstacles } from './list-obstacles.ts';
import { layoutMarks } from './layout-marks.ts';
import { layoutSegments } from './layout-segments.ts';
import { type BareLane, layoutSkeleton, type Skeleton, type SkeletonOptions } from './layout-skeleton.ts';
import { sizes } from './measures.ts';

export type LayoutOptions = SkeletonOptions & { readonly title?: string };

/**
 * Returns the positions of everything in the picture of a run, or of its first steps. The same run and options give the same
 * numbers.
 */
export function layoutTimeline(run: Run, options: LayoutOptions & { readonly most?: number } = {}): Geometry {
  return fillSkeleton(run, layoutSkeleton(run, options), options);
}

/** Returns the positions of everything between the columns and lanes of a picture. */
export function fillSkeleton(run: Run, skeleton: Skeleton, options: Omit<LayoutOptions, 'axis'> = {}): Geometry {
  const { size = 'full', title = 'Timeline of the run' } = options;
  const measures = sizes[size];
  const { margin, row } = measures;
  const { view, axis, width, table, omitted, columns, readings, top, bottom, causes } = skeleton;
  const { moments, holderBefore } = table;
  const lanes = labelLanes(skeleton.lanes);
  const iterations = row > 0 && view === 'tasks' ? layoutBands(moments, columns) : [];
  const passages = row > 0 && view === 'frames' ? layoutPassages(table, columns, lanes) : [];
  const isEntered = passages[0]?.step === columns[0]?.step;
  const baton = layoutBaton(columns, lanes, isEntered ? lanes[holderBefore] : undefined);
  const marks = layoutMarks(moments, columns, lanes, measures);
  const obstacles = (lane: Lane): Obstacles => listObstacles(lane, baton, causes, marks);
  return {
    view,
    axis,
    width,
    height: bottom + margin + (iterations.length > 0 ? row : 0),
    namesWidth: row > 0 ? measureNames(lanes) : 0,
    title,
    steps: run.steps.length,
    description: `${describeRun(run)}${describeOmitted(omitted, moments.length)}`,
    rows: {
      clock: readings.length > 0 ? row - 8 : null,
      iterations: iterations.length > 0 ? bottom + row - 5 : null,
    },
    columns,
    iterations,
    readings,
    lanes,
    segments: layoutSegments(moments, columns, lanes, measures, obstacles),
    marks,
    baton,
    passages,
    causes,
    links: layoutLinks(view, moments, columns, lanes),
    deadlocks: layoutDeadlocks(moments, columns, top, bottom),
  };
}

function describeOmitted({ before, after }: Omitted, drawn: number): string {
  if (before > 0) return ` Steps ${before + 1} to ${before + drawn} are drawn.`;
  return after > 0 ? ` Only the first ${drawn} steps are drawn.` : '';
}

function labelLanes(lanes: readonly BareLane[]): readonly Lane[] {
  const labels = cutNames(lanes.map(({ name }) => name));
  return lanes.map(({ id, name, y, height }, index) => ({ id, name, label: labels[index] ?? '', y, height }));
}

/** Names are set in the code font; at 13 pixels each letter is 7.8 pixels wide. */
const measureNames = (lanes: readonly Lane[]): number =>
  Math.ceil(Math.max(...lanes.map(({ label }) => label.length), 0) * 7.8) + 16;
