import type { Trace } from '../trace/event/events.ts';
import { findWaker } from '../trace/state/find-waker.ts';
import { listLinks } from '../trace/state/read-state.ts';
import type { CauseArrow, Column, Deadlock, Lane, Link } from './geometry.ts';
import type { Moment } from '../trace/state/list-moments.ts';

const kindsWithArrow: ReadonlySet<string> = new Set(['task-created', 'task-ready', 'cancel-requested']);

/** Returns an arrow for each task created, woken, or asked to cancel: from where it was brought about to the task's lane. */
export function layoutCauses(
  trace: Trace,
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
): readonly CauseArrow[] {
  return moments.flatMap(({ step, holder, target }, index): CauseArrow[] => {
    const waker = step.event.kind === 'task-ready' ? findWaker(trace, step.event) : undefined;
    const isEarlier = waker !== undefined && waker.kind !== 'timer';
    const origin = isEarlier ? moments.findIndex(({ step: other }) => other.last >= waker.seq) : index;
    const source = isEarlier ? (moments[origin]?.holder ?? holder) : holder;
    const [start, end] = [columns[origin], columns[index]];
    const [from, to] = [lanes[source], lanes[target]];
    if (!kindsWithArrow.has(step.event.kind) || source === target || !start || !end || !from || !to) return [];
    const isDown = from.y < to.y;
    return [
      {
        step: step.number,
        origin: start.step,
        lane: target,
        from: { x: start.x + start.width / 2, y: isDown ? from.y + from.height : from.y },
        to: { x: end.x + end.width / 2, y: isDown ? to.y : to.y + to.height },
      },
    ];
  });
}

/** Returns a tie wherever a frame begins to be suspended in another one: these two stay linked while both are suspended. */
export function layoutLinks(
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Lane[],
): readonly Link[] {
  const find = (id: number): Lane | undefined => lanes.find((lane) => lane.id === id);
  const ties = moments.map(({ state }) => listLinks(state).filter(({ kind }) => kind === 'delegation'));
  return columns.flatMap(({ step, x }, index) =>
    (ties[index] ?? []).flatMap(({ from, to }): Link[] => {
      if (ties[index - 1]?.some((tie) => tie.from === from && tie.to === to)) return [];
      const [upper, lower] = [find(from), find(to)].sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
      return upper && lower ? [{ step, x: x + 6, y1: upper.y + upper.height, y2: lower.y }] : [];
    }),
  );
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
