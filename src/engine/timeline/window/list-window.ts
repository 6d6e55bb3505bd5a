import type { Run } from '../../trace/open-run.ts';
import { findHolder } from '../../trace/state/list-frame-moments.ts';
import { fillMoments, nameLane } from '../../trace/state/list-moments.ts';
import type { Lanes, LaneSeed, Moment, MomentTable } from '../../trace/state/moment.ts';
import type { RunPart } from './choose-window.ts';
import { countFolded } from './count-folded.ts';
import type { Fold, LaneGroup, LanePlan } from './lane-plan.ts';
import { nameFold } from './name-fold.ts';

/**
 * Returns the table of a part of a run: a lane for each task or frame that is shown separately, and one for all others of its
 * group.
 */
export function listWindow(run: Run, plan: LanePlan, part: RunPart): MomentTable {
  const { from, to } = part;
  const folds = listFolds(plan, part);
  const lanes = foldLanes(plan, folds, part);
  const steps = run.steps.slice(from - 1, to);
  const moments = fillMoments(run, steps, lanes);
  const byId = new Map(folds.map((fold) => [fold.id, fold]));
  const folded = lanes.ids.flatMap((id, at) => {
    const fold = byId.get(id ?? 0);
    return fold === undefined ? [] : [{ at, cells: countFolded(run, moments, fold, at) }];
  });
  return {
    lanes: lanes.ids.map((id): LaneSeed => {
      const fold = byId.get(id ?? 0);
      return { id, name: fold === undefined ? nameLane(run, id) : nameFold(run, fold) };
    }),
    moments: moments.map((moment, index): Moment => {
      const cells = [...moment.cells];
      for (const { at, cells: own } of folded) cells[at] = own[index] ?? null;
      return { ...moment, cells };
    }),
    holderBefore: findHolderBefore(run, lanes, from),
  };
}

/** The ids of other lanes are higher. */
const highestFold = -2;

/** Returns the folds of a part of a run, in the order of the groups. A completely unfolded group has none. */
export function listFolds({ groups }: LanePlan, { shown }: RunPart): readonly Fold[] {
  return groups.flatMap((group, index): Fold[] => {
    const ids = group.ids.filter((id) => !shown.has(id));
    return ids.length === 0 ? [] : [{ id: highestFold - index, group, ids }];
  });
}

/** Each fold is where the first member of its group was. */
function foldLanes({ lanes, groupOf }: LanePlan, folds: readonly Fold[], { shown }: RunPart): Lanes {
  const foldOf = new Map(folds.map((fold) => [fold.group, fold.id]));
  const placed = new Set<LaneGroup>();
  const ids = lanes.ids.flatMap((id): (number | null)[] => {
    const group = groupOf.get(id ?? 0);
    if (id === null || group === undefined) return [id];
    const fold = placed.has(group) ? undefined : foldOf.get(group);
    placed.add(group);
    return [...(fold === undefined ? [] : [fold]), ...(shown.has(id) ? [id] : [])];
  });
  return { ...lanes, ids, folds: new Map(folds.flatMap((fold) => fold.ids.map((id) => [id, fold.id] as const))) };
}

/** Control between generators comes from the one that had it. */
function findHolderBefore(run: Run, { ids, root, folds }: Lanes, from: number): number {
  const step = run.steps[from - 2];
  if (run.view === 'tasks' || step === undefined) return 0;
  const holder = findHolder(run, step, root);
  return Math.max(0, ids.includes(holder) ? ids.indexOf(holder) : ids.indexOf(folds?.get(holder ?? 0) ?? null));
}
