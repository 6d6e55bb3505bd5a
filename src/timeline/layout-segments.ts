import type { Column, Lane, Segment, SegmentState } from './geometry.ts';
import type { Measures } from './layout-timeline.ts';
import type { Cell, Moment } from './list-moments.ts';

/** Returns each lane's stretches of one state, lane by lane. Stretches stand one pixel away from the columns' edges. */
export function layoutSegments(
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
  measures: Measures,
): readonly Segment[] {
  return lanes.flatMap((lane, index) =>
    groupCells(moments.map(({ cells }) => cells[index] ?? null)).map(({ cell, from, to }): Segment => {
      const start = columns[from]?.x ?? 0;
      const end = (columns[to]?.x ?? 0) + (columns[to]?.width ?? 0);
      const inset = insets[cell.state] ?? 0;
      const title = `${lane.name}: ${cell.state}${cell.label === undefined ? '' : ` ${cell.label}`}`;
      return {
        lane: index,
        state: cell.state,
        from: from + 1,
        to: to + 1,
        x: start + 1,
        y: lane.y + lane.height * inset,
        width: end - start - 2,
        height: lane.height * (1 - 2 * inset),
        label: measures.row > 0 && cell.label !== undefined ? fitLabel(cell.label, end - start) : null,
        title,
      };
    }),
  );
}

/** How much thinner than its lane a stretch is, as a part of the lane's height on either side. */
const insets: Partial<Record<SegmentState, number>> = { calling: 0.375, idle: 0.25 };

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

const letterWidth = 6.6;

/** Labels are set in the code font at 11 pixels. One that does not fit loses its `on`, then its end; below five letters it goes. */
function fitLabel(label: string, width: number): string | null {
  const room = Math.floor((width - 12) / letterWidth);
  if (label.length <= room) return label;
  const short = label.replace(/^on /, '');
  if (short.length <= room) return short;
  return room >= 5 ? `${short.slice(0, room - 1)}…` : null;
}
