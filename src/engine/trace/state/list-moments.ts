import type { Run } from '../run.ts';
import { listFrameMoments } from './list-frame-moments.ts';
import { listTaskMoments } from './list-task-moments.ts';
import type { MomentTable } from './moment.ts';

/** Returns the table of the first `most` steps of the run, with the lanes that have appeared by then. */
export function listMoments(run: Run, most = Infinity): MomentTable {
  const steps = run.steps.slice(0, most);
  const end = run.stateAfter(steps.at(-1)?.last ?? -1);
  return run.view === 'tasks' ? listTaskMoments(run, steps, end) : listFrameMoments(run, steps, end);
}
