import type { Run } from '../trace/open-run.ts';
import { findWaker } from '../trace/state/find-waker.ts';
import type { CauseArrow, Column, Lane } from './geometry.ts';
import type { Moment } from '../trace/state/moment.ts';

const kindsWithArrow: ReadonlySet<string> = new Set(['task-created', 'task-ready', 'cancel-requested']);

/** Returns an arrow for each task that is created, woken, or asked to cancel: from its cause to the task's lane. */
export function layoutCauses(
  run: Run,
  moments: readonly Moment[],
  columns: readonly Column[],
  lanes: readonly Pick<Lane, 'y' | 'height'>[],
): readonly CauseArrow[] {
  return moments.flatMap(({ step, holder, target }, index): CauseArrow[] => {
    const waker = step.event.kind === 'task-ready' ? findWaker(run.trace, run.origins, step.event) : undefined;
    const isEarlier = waker !== undefined && waker.kind !== 'timer';
    const origin = isEarlier ? run.findStep(waker.seq) - (columns[0]?.step ?? 1) : index;
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
