import type { Run } from '../trace/run.ts';
import type { View } from '../trace/state/choose-view.ts';
import { describeRun } from '../trace/words/describe-run.ts';
import type { Axis, Geometry, Lane } from './geometry.ts';
import { cutNames } from './cut-names.ts';
import type { Obstacles } from './fit-label.ts';
import { layoutBaton } from './layout-baton.ts';
import { layoutPassages } from './layout-passages.ts';
import { layoutCauses, layoutDeadlocks, layoutLinks } from './layout-causes.ts';
import { endOfReading, layoutBands, layoutColumns, layoutReadings } from './layout-columns.ts';
import { listObstacles } from './list-obstacles.ts';
import { layoutMarks } from './layout-marks.ts';
import { layoutSegments } from './layout-segments.ts';
import { type Measures, sizes } from './measures.ts';
import { listMoments } from '../trace/state/list-moments.ts';
import type { LaneSeed } from '../trace/state/moment.ts';

export type LayoutOptions = {
  readonly axis?: Axis;
  /** `full` for the page, `small` for thumbnails and Open Graph pictures: narrow columns, no labels, no marks but the ends. */
  readonly size?: 'full' | 'small';
  readonly title?: string;
  /** How many steps to draw; 500 when left out. The rest is only counted. */
  readonly most?: number;
};

/** Returns the place of everything in the picture of a run. The same run and options give the same numbers. */
export function layoutTimeline(run: Run, options: LayoutOptions = {}): Geometry {
  const { axis = 'step', size = 'full', title = 'Timeline of the run', most = 500 } = options;
  const { view } = run;
  const measures = sizes[size];
  const { lanes: seeds, moments } = listMoments(run, most);
  const { margin, row } = measures;
  const omitted = run.steps.length - moments.length;
  const columns = layoutColumns(moments, axis, measures);
  const readings = row > 0 ? layoutReadings(moments, columns, omitted) : [];
  const iterations = row > 0 && view === 'tasks' ? layoutBands(moments, columns) : [];
  const top = margin + (readings.length > 0 ? row : 0);
  const lanes = layoutLanes(seeds, view, measures, top);
  const bottom = Math.max(...lanes.map(({ y, height }) => y + height), top);
  const passages = row > 0 && view === 'frames' ? layoutPassages(moments, columns, lanes) : [];
  const baton = layoutBaton(columns, lanes, passages[0]?.step === columns[0]?.step ? lanes[0] : undefined);
  const causes = row > 0 ? layoutCauses(run, moments, columns, lanes) : [];
  const marks = layoutMarks(moments, columns, lanes, measures);
  const obstacles = (lane: Lane): Obstacles => listObstacles(lane, baton, causes, marks);
  const last = columns.at(-1);
  return {
    view,
    axis,
    width: Math.max(last ? last.x + last.width : margin, ...readings.map(endOfReading)) + margin,
    height: bottom + margin + (iterations.length > 0 ? row : 0),
    namesWidth: row > 0 ? measureNames(lanes) : 0,
    title,
    description: `${describeRun(run)}${omitted > 0 ? ` Only the first ${moments.length} steps are drawn.` : ''}`,
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
    links: layoutLinks(moments, columns, lanes),
    deadlocks: layoutDeadlocks(moments, columns, top, bottom),
  };
}

function layoutLanes(seeds: readonly LaneSeed[], view: View, measures: Measures, top: number): readonly Lane[] {
  let y = top;
  const gap = view === 'frames' ? measures.frameGap : measures.gap;
  const labels = cutNames(seeds.map(({ name }) => name));
  return seeds.map(({ id, name }, index) => {
    const height = (id === null || id <= 0) && view === 'tasks' ? measures.loop : measures.lane;
    const lane = { id, name, label: labels[index] ?? '', y, height };
    y += height + gap;
    return lane;
  });
}

/** Names are set in the code font, whose letters are all 7.8 pixels wide at 13 pixels. */
const measureNames = (lanes: readonly Lane[]): number =>
  Math.ceil(Math.max(...lanes.map(({ label }) => label.length), 0) * 7.8) + 16;
