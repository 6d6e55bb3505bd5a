import type { Run } from '../open-run.ts';
import { listFrameLanes, listFrameMoments } from './list-frame-moments.ts';
import { listTaskLanes, listTaskMoments, nameTaskLane } from './list-task-moments.ts';
import type { Lanes, Moment, MomentTable } from './moment.ts';
import type { Step } from './step.ts';

/** Returns the table of the run's first `most` steps, with the lanes that have appeared by then. */
export function listMoments(run: Run, most = Infinity): MomentTable {
  const steps = run.steps.slice(0, most);
  const lanes = listLanes(run, steps);
  return {
    lanes: lanes.ids.map((id) => ({ id, name: nameLane(run, id) })),
    moments: fillMoments(run, steps, lanes),
    holderBefore: 0,
  };
}

/** Returns the lanes of these steps, which are the first ones of the run: a lane for everything that exists by then. */
export function listLanes(run: Run, steps: readonly Step[]): Lanes {
  return run.view === 'tasks' ? listTaskLanes(run, steps) : listFrameLanes(run, steps);
}

/** Returns what these lanes show in these steps. */
export function fillMoments(run: Run, steps: readonly Step[], lanes: Lanes): readonly Moment[] {
  return run.view === 'tasks' ? listTaskMoments(run, steps, lanes) : listFrameMoments(run, steps, lanes);
}

/** The name of a lane. */
export function nameLane({ view, names }: Run, id: number | null): string {
  if (view === 'tasks') return nameTaskLane(id, names);
  return id === null ? 'program' : (names.frames.get(id) ?? '');
}
