import { chooseView, type View } from '../trace/state/choose-view.ts';
import { describeRun } from '../trace/words/describe-run.ts';
import type { Trace } from '../trace/event/events.ts';
import type { Axis, Geometry, Lane } from './geometry.ts';
import type { Obstacles } from './fit-label.ts';
import { layoutBaton } from './layout-baton.ts';
import { layoutPassages } from './layout-passages.ts';
import { layoutCauses, layoutDeadlocks, layoutLinks } from './layout-causes.ts';
import { endOfReading, layoutBands, layoutColumns, layoutReadings } from './layout-columns.ts';
import { listObstacles } from './list-obstacles.ts';
import { layoutMarks } from './layout-marks.ts';
import { layoutSegments } from './layout-segments.ts';
import { listSteps } from '../trace/state/list-steps.ts';
import { listMoments, type LaneSeed } from '../trace/state/list-moments.ts';

export type LayoutOptions = {
  readonly axis?: Axis;
  /** Lanes for tasks or for frames; chosen by the run when left out. */
  readonly view?: View;
  /** `full` for the page, `small` for thumbnails and Open Graph pictures: narrow columns, no labels, no marks but the ends. */
  readonly size?: 'full' | 'small';
  readonly title?: string;
  /** How many steps to draw; 500 when left out. The rest is only counted. */
  readonly most?: number;
};

const sizes = {
  full: { column: 24, narrow: 16, jumps: 384, lane: 28, loop: 20, gap: 6, frameGap: 22, row: 20, margin: 1, radius: 4 },
  small: { column: 12, narrow: 6, jumps: 160, lane: 16, loop: 10, gap: 4, frameGap: 4, row: 0, margin: 1, radius: 3 },
} as const;

/** The lengths of a size, in CSS pixels. */
export type Measures = (typeof sizes)[keyof typeof sizes];

/** Returns where everything in the picture of a run stands. The same trace and options give the same numbers. */
export function layoutTimeline(trace: Trace, options: LayoutOptions = {}): Geometry {
  const { axis = 'step', view = chooseView(trace), size = 'full', title = 'Timeline of the run', most = 500 } = options;
  const measures = sizes[size];
  const { lanes: seeds, moments } = listMoments(trace, view, most);
  const { margin, row } = measures;
  const omitted = listSteps(trace, view).length - moments.length;
  const columns = layoutColumns(moments, axis, measures);
  const readings = row > 0 ? layoutReadings(moments, columns, omitted) : [];
  const iterations = row > 0 && view === 'tasks' ? layoutBands(moments, columns) : [];
  const top = margin + (readings.length > 0 ? row : 0);
  const lanes = layoutLanes(seeds, view, measures, top);
  const bottom = Math.max(...lanes.map(({ y, height }) => y + height), top);
  const passages = row > 0 && view === 'frames' ? layoutPassages(moments, columns, lanes) : [];
  const baton = layoutBaton(columns, lanes, passages[0]?.step === columns[0]?.step ? lanes[0] : undefined);
  const causes = row > 0 ? layoutCauses(trace, moments, columns, lanes) : [];
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
    description: `${describeRun(trace, view)}${omitted > 0 ? ` Only the first ${moments.length} steps are drawn.` : ''}`,
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
  return seeds.map(({ id, name }) => {
    const height = id === null && view === 'tasks' ? measures.loop : measures.lane;
    const lane = { id, name, label: cutName(name), y, height };
    y += height + gap;
    return lane;
  });
}

const longestName = 15;
const cutName = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

/** Names are set in the code font, whose letters are all 7.8 pixels wide at 13 pixels. */
const measureNames = (lanes: readonly Lane[]): number =>
  Math.ceil(Math.max(...lanes.map(({ label }) => label.length), 0) * 7.8) + 16;
