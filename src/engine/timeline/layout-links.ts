import type { View } from '../trace/state/choose-view.ts';
import { findLink } from '../trace/state/read-state.ts';
import type { Moment } from '../trace/state/moment.ts';
import type { Column, Deadlock, Lane, Link } from './geometry.ts';
import { indexLanes } from './index-lanes.ts';

/**
 * Returns a tie wherever a frame begins to be suspended in another one. The two stay linked while both are suspended. There is none if the
 * lanes are tasks.
 */
export function layoutLinks(
  view: View,
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
): readonly Link[] {
  if (view === 'tasks') return [];
  const { ofFrame } = indexLanes(view, lanes);
  let before = new Set<string>();
  return columns.flatMap(({ step, x }, index): readonly Link[] => {
    const state = moments[index]?.state;
    const links = lanes.flatMap(({ id }) => {
      const frame = state?.frames.get(id ?? -1);
      return (frame && findLink(frame)) ?? [];
    });
    const ties = links.filter(({ kind }) => kind === 'delegation');
    const known = before;
    before = new Set(ties.map(({ from, to }) => `${from} ${to}`));
    return ties.flatMap(({ from, to }): readonly Link[] => {
      if (known.has(`${from} ${to}`)) return [];
      const [upper, lower] = [ofFrame(from), ofFrame(to)].sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
      return upper && lower ? [{ step, x: x + 6, y1: upper.y + upper.height, y2: lower.y }] : [];
    });
  });
}

/** Returns a line across all lanes, from `top` to `bottom`, at each step that found the run deadlocked. */
export function layoutDeadlocks(
  moments: readonly Moment[],
  columns: readonly Column[],
  top: number,
  bottom: number,
): readonly Deadlock[] {
  return columns.flatMap(({ step, x, width }, index): Deadlock[] =>
    moments[index]?.step.event.kind === 'deadlock' ? [{ step, x: x + width / 2, y1: top, y2: bottom }] : [],
  );
}
