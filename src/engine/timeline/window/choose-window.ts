import type { Run } from '../../trace/open-run.ts';
import { findHolder } from '../../trace/state/list-frame-moments.ts';
import { findActor, findTarget } from '../../trace/state/list-task-moments.ts';
import { findFrame, listWaiting } from '../../trace/state/read-state.ts';
import type { Step } from '../../trace/state/step.ts';
import type { LaneGroup, LanePlan } from './lane-plan.ts';

/** The part of a run that is drawn: consecutive steps, and the lanes that are not folded. */
export type RunPart = {
  /** The first step, and the last. */
  readonly from: number;
  readonly to: number;
  /** Tasks or frames of groups that have a lane of their own. */
  readonly shown: ReadonlySet<number>;
};

/** How many steps are drawn at a time, and how far the next part is from the one before. */
const span = 64;
const stride = 32;
/** A reader who steps is always at least this far from the edge of the drawn part, unless the run ends there. */
const margin = 12;
/** How many lanes of groups are shown separately, and how many of each group that the reader has unfolded. */
const mostShown = 24;
const mostOpened = 60;
/** For each step before the current one, this many steps after it are examined for lanes to show. */
const ahead = 4;
/** How many tasks are shown that wait for the acting task, or that it waits for. */
const mostTied = 6;

/** Returns the part of a run to draw around a step; step 0 is before the first. The same step gives the same part. */
export function chooseWindow(run: Run, plan: LanePlan, step: number, opened: ReadonlySet<string>): RunPart {
  const last = run.steps.length;
  const start = Math.floor(step / stride) * stride - (span - stride) / 2;
  const from = Math.max(1, Math.min(start, last - span + 1));
  const to = Math.min(last, from + span - 1);
  return { from, to, shown: chooseLanes(run, plan, Math.min(Math.max(step, 1), last), { from, to }, opened) };
}

/** Whether a step can be shown in the drawn part: not at its edge, and with its lanes not folded. */
export function isInside(run: Run, plan: LanePlan, { from, to, shown }: RunPart, step: number): boolean {
  const least = from === 1 ? 0 : from + margin;
  const most = to === run.steps.length ? to + 1 : to - margin;
  if (step < least || step > most) return false;
  return listActing(run, plan, step).every((id) => shown.has(id) || !plan.groupOf.has(id));
}

/** Returns the first step, in one direction from a step that is inside, that is no longer inside; undefined if the run ends before it. */
export function findLeaving(
  run: Run,
  plan: LanePlan,
  part: RunPart,
  step: number,
  direction: 1 | -1,
): number | undefined {
  for (let number = step + direction; number >= 0 && number <= run.steps.length; number += direction)
    if (!isInside(run, plan, part, number)) return number;
  return undefined;
}

function chooseLanes(
  run: Run,
  plan: LanePlan,
  step: number,
  { from, to }: Pick<RunPart, 'from' | 'to'>,
  opened: ReadonlySet<string>,
): ReadonlySet<number> {
  const shown = new Set<number>();
  const show = (ids: readonly number[], most: number): void => {
    for (const id of ids) if (plan.groupOf.has(id) && shown.size < most) shown.add(id);
  };
  const acting = listActing(run, plan, step);
  show(acting, mostShown);
  show(listTied(run, step, acting), mostShown);
  // Readers step forward more often than back.
  for (let away = 1; away < span && shown.size < mostShown; away += 1) {
    for (const near of [...Array.from({ length: ahead }, (_, at) => step + ahead * (away - 1) + at + 1), step - away])
      if (near >= from && near <= to) show(listActing(run, plan, near), mostShown);
  }
  for (const group of plan.groups) if (opened.has(group.name)) for (const id of listNear(group, acting)) shown.add(id);
  return shown;
}

/** The visible members of an unfolded group: around the one that acts, or else the first. */
function listNear({ ids }: LaneGroup, acting: readonly number[]): readonly number[] {
  const at = Math.max(
    0,
    ids.findIndex((id) => acting.includes(id)),
  );
  // Readers step forward more often than back, and most groups act in the order of their members.
  const from = Math.max(0, Math.min(at - mostOpened / 5, ids.length - mostOpened));
  return ids.slice(from, from + mostOpened);
}

/** The tasks or frames that a step is about: the one that acts, and the one that it creates, wakes, or cancels. */
export function listActing(run: Run, { lanes }: LanePlan, number: number): readonly number[] {
  const step: Step | undefined = run.steps[number - 1];
  if (step === undefined) return [];
  const { event } = step;
  const ids =
    run.view === 'tasks'
      ? [findTarget(event), findActor(event)]
      : ['frame' in event ? event.frame : null, findHolder(run, step, lanes.root)];
  return ids.filter((id) => id !== null);
}

/** The tasks that wait for these, and the tasks that these wait for. */
function listTied(run: Run, step: number, acting: readonly number[]): readonly number[] {
  const state = run.stateAt(step);
  if (run.view === 'frames') {
    return acting.flatMap((id) => {
      const frame = findFrame(state, id);
      return [frame?.caller, frame?.delegate].filter((other) => typeof other === 'number');
    });
  }
  const tied: number[] = [];
  for (const { task, on } of listWaiting(state)) {
    if (on.what !== 'task' || on.id === undefined) continue;
    if (acting.includes(on.id)) tied.push(task.id);
    if (acting.includes(task.id)) tied.push(on.id);
    if (tied.length >= mostTied) break;
  }
  return tied;
}
