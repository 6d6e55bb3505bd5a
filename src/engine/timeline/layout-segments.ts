import type { Column, Lane, Segment } from './geometry.ts';
import { fitLabel, type Obstacles } from './fit-label.ts';
import type { Measures } from './measures.ts';
import type { Cell, Moment, LaneState } from '../trace/state/moment.ts';

/**
 * Returns each lane's stretches of one state, lane by lane. Stretches keep one pixel of distance from the columns' edges; only the
 * end of a task touches the step it ends. Labels keep clear of the lane's `obstacles`.
 */
export function layoutSegments(
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
  measures: Measures,
  obstacles: (lane: Lane) => Obstacles,
): readonly Segment[] {
  const last = columns.at(-1);
  const right = last ? last.x + last.width : 0;
  return lanes.flatMap((lane, index) => {
    const inTheWay = obstacles(lane);
    return groupCells(moments.map(({ cells }) => cells[index] ?? null)).map(({ cell, from, to }): Segment => {
      const start = columns[from]?.x ?? 0;
      const end = (columns[to]?.x ?? 0) + (columns[to]?.width ?? 0);
      const inset = insets[cell.state] ?? 0;
      const isDestroyed = cell.state === 'destroyed';
      // The lane of a task that is gone is empty from here on.
      const room = isDestroyed ? ([end, right] as const) : ([start, end] as const);
      const words = [...(isDestroyed ? [] : [cell.state]), ...(cell.label === undefined ? [] : [cell.label])];
      const endsBefore = cell.state in ends && moments[from - 1]?.cells[index] ? 0 : 1;
      const endsAfter = (moments[to + 1]?.cells[index]?.state ?? '') in ends ? 0 : 1;
      const x = start + endsBefore;
      return {
        lane: index,
        state: cell.state,
        from: columns[from]?.step ?? 0,
        to: columns[to]?.step ?? 0,
        x,
        y: lane.y + lane.height * inset,
        width: end - x - endsAfter,
        height: lane.height * (1 - 2 * inset),
        radius: Math.min(measures.radius, (lane.height * (1 - 2 * inset)) / 2),
        label: measures.row > 0 && cell.state !== 'running' ? fitLabel(cell.label ?? '', ...room, inTheWay) : null,
        title: `${lane.name}: ${words.join(' ')}`,
      };
    });
  });
}

/** How much thinner a stretch is than its lane, as a fraction of the lane's height on either side. */
const insets: Partial<Record<LaneState, number>> = { calling: 0.375, idle: 0.25 };

const ends: Partial<Record<LaneState, true>> = { done: true, failed: true, cancelled: true, destroyed: true };

type Group = { readonly cell: Cell; readonly from: number; readonly to: number };

function groupCells(cells: readonly (Cell | null)[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, cell] of cells.entries()) {
    if (!cell) continue;
    const previous = groups.at(-1);
    const goesOn =
      previous?.to === index - 1 && previous.cell.state === cell.state && previous.cell.label === cell.label;
    if (goesOn) groups[groups.length - 1] = { ...previous, to: index };
    else groups.push({ cell, from: index, to: index });
  }
  return groups;
}
