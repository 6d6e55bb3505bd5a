import type { Run } from '../../trace/open-run.ts';
import { endsInFailure } from '../../trace/state/list-frame-moments.ts';
import { nameLane } from '../../trace/state/list-moments.ts';
import type { Step } from '../../trace/state/step.ts';
import { listActing } from './choose-window.ts';
import type { LaneGroup, LanePlan } from './lane-plan.ts';
import { nameGroup } from './name-fold.ts';

/** A whole run in one small picture: how busy each group of lanes is in each stretch of its steps, and where something failed. */
export type Overview = {
  readonly rows: readonly OverviewRow[];
  /** The stretches in which a task or a frame failed, by index. */
  readonly failures: readonly number[];
};

type OverviewRow = {
  readonly name: string;
  /** Null for the lanes that are in no group. */
  readonly group: LaneGroup | null;
  /** For each stretch the share of its steps that are about this row, from 0 to 1. */
  readonly busy: readonly number[];
};

/** A run is divided into this many stretches of equal length. */
const mostStretches = 400;
/** This many steps are examined without a pause. */
const stepsInTurn = 512;

/** Returns the overview of a run, computed with pauses. */
export function* layoutOverview(run: Run, plan: LanePlan): Generator<void, Overview> {
  const { steps } = run;
  const stretches = Math.min(steps.length, mostStretches);
  const groups: readonly (LaneGroup | null)[] = [null, ...plan.groups];
  const counts = new Map(groups.map((group) => [group, Array.from({ length: stretches }, () => 0)]));
  const lengths = Array.from({ length: stretches }, () => 0);
  const failures = new Set<number>();
  for (const [index, step] of steps.entries()) {
    const at = Math.floor((index * stretches) / steps.length);
    const [acting] = listActing(run, plan, step.number);
    const row = counts.get(plan.groupOf.get(acting ?? 0) ?? null);
    if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
    lengths[at] = (lengths[at] ?? 0) + 1;
    if (isFailure(step)) failures.add(at);
    if (index % stepsInTurn === 0) yield;
  }
  return {
    rows: groups.map((group) => ({
      name: group === null ? nameRest(run, plan) : nameGroup(run, group),
      group,
      busy: (counts.get(group) ?? []).map((count, at) => count / (lengths[at] ?? 1)),
    })),
    failures: [...failures],
  };
}

function isFailure({ event }: Step): boolean {
  if (event.kind === 'task-ended') return event.how === 'raised';
  return event.kind === 'frame-left' ? endsInFailure(event) : event.kind === 'deadlock' || event.kind === 'unretrieved';
}

function nameRest(run: Run, { lanes, groupOf }: LanePlan): string {
  return lanes.ids
    .filter((id) => id === null || !groupOf.has(id))
    .map((id) => nameLane(run, id))
    .join(', ');
}
