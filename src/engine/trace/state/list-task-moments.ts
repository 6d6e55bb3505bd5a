import type { TraceEvent } from '../event/events.ts';
import { isDestroyed } from './is-destroyed.ts';
import { isOfProgram } from './is-of-program.ts';
import { isOfReader } from './is-of-reader.ts';
import type { Run } from '../open-run.ts';
import type { Step } from './step.ts';
import { placeInQueue } from './read-state.ts';
import type { Names } from '../words/name-parts.ts';
import type { RunState, TaskState } from './run-state.ts';
import type { Cell, Lanes, Moment } from './moment.ts';

/** The ids of the lanes of the program and of the reader. Tasks count from 1. */
const programLane = 0;
const readerLane = -1;

/**
 * Returns the lanes of these steps in the view of tasks: one for the reader if they asked to cancel a task, one for the program if
 * it does something outside the loop, the loop's, and then those of the tasks that exist at the end of the steps, in order of
 * creation.
 */
export function listTaskLanes(run: Run, steps: readonly Step[]): Lanes {
  const end = run.stateAfter(steps.at(-1)?.last ?? -1);
  const created = [...end.tasks].map(({ id }) => id);
  const hasProgram = steps.some(({ event }) => isOfProgram(event));
  const hasReader = steps.some(({ event }) => isOfReader(event));
  const ids = [...(hasReader ? [readerLane] : []), ...(hasProgram ? [programLane] : []), null, ...created];
  return { ids, root: null };
}

/** Returns what these lanes show in these steps. */
export function listTaskMoments(run: Run, steps: readonly Step[], { ids, folds }: Lanes): readonly Moment[] {
  const { names } = run;
  const lanes = new Map(ids.map((id, index) => [id, index]));
  const laneOf = (id: number | null): number =>
    lanes.get(id) ?? lanes.get(folds?.get(id ?? 0) ?? null) ?? lanes.get(null) ?? 0;
  let askedCallback = findAskedCallback(run, steps[0]);
  return steps.map((step): Moment => {
    const { event } = step;
    const state = run.stateAfter(step.last);
    if (event.kind === 'callback-runs') askedCallback = event.handle;
    const isShown = state.callback?.handle === askedCallback || programKinds.has(event.kind);
    const isProgram = isOfProgram(event);
    const isReader = isOfReader(event);
    const actor = isReader ? readerLane : isProgram ? programLane : findActor(event);
    const callback = actor === null && isShown ? state.callback : null;
    const cells = ids.map((id): Cell | null => {
      if (id === readerLane) return isReader ? { state: 'running' } : null;
      if (id === programLane) return isProgram ? { state: 'running' } : null;
      if (id === null) return isProgram || isReader ? null : loopCell(event, callback, names);
      return toCell(state, id, event, id === actor, names);
    });
    return {
      step,
      state,
      holder: laneOf(actor),
      target: laneOf(findTarget(event) ?? actor),
      cells,
    };
  });
}

/** The callback that runs before the first of these steps, if it was itself a step. */
function findAskedCallback(run: Run, first: Step | undefined): number | null {
  const { callback } = run.stateAt((first?.number ?? 1) - 1);
  const began = callback && run.steps[run.findStep(callback.since) - 1];
  return began?.event.seq === callback?.since ? (callback?.handle ?? null) : null;
}

/** The name of a lane of the view. */
export function nameTaskLane(id: number | null, names: Names): string {
  if (id === null) return 'event loop';
  if (id === readerLane) return 'you';
  return id === programLane ? 'program' : (names.tasks.get(id) ?? '');
}

/** The task that acts. A suspension or an end is the last act of the task's step, so the task still has control in it. */
export function findActor(event: TraceEvent): number | null {
  if (event.kind === 'step-begins' || event.kind === 'task-waits' || event.kind === 'task-ended') return event.id;
  return event.task;
}

/** The task that a step is about, if that is not the task that acts. */
export function findTarget(event: TraceEvent): number | null {
  switch (event.kind) {
    case 'task-created':
    case 'task-ready':
    case 'cancel-requested':
    case 'cancel-withdrawn':
    case 'sync-robbed':
      return event.id;
    case 'unretrieved':
      return isDestroyed(event) ? event.id : null;
    default:
      return null;
  }
}

function toCell(state: RunState, id: number, event: TraceEvent, acts: boolean, names: Names): Cell | null {
  const task: TaskState | undefined = state.tasks.get(id);
  if (acts && event.kind === 'task-waits') return { state: 'running' };
  switch (task?.status.kind) {
    case 'waiting':
      return { state: 'waiting', label: `on ${names.wait(task.status.on, task.status.at)}` };
    case 'running':
      return { state: acts ? 'running' : 'calling' };
    case 'created':
      return { state: 'created' };
    case 'ready':
      return { state: 'ready', place: placeInQueue(state, id) };
    case 'done':
    case 'failed':
    case 'cancelled':
      return acts ? { state: task.status.kind } : null;
    case 'destroyed':
      return isDestroyed(event) && event.id === id ? { state: 'destroyed', label: 'destroyed while pending' } : null;
    case undefined:
      return null;
  }
}

/** Things that only the program does, never asyncio's own callbacks. */
const programKinds: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  'output',
  'warning',
  'note',
  'input',
  'task-created',
  'callback-ready',
  'timer-set',
]);

const alarms: ReadonlySet<string> = new Set<TraceEvent['kind']>(['deadlock', 'unretrieved']);

function loopCell(event: TraceEvent, callback: RunState['callback'], names: Names): Cell | null {
  if (alarms.has(event.kind) && !isDestroyed(event)) return { state: 'failed' };
  if (event.kind === 'clock-jumped' && event.task === null && !callback) return { state: 'idle' };
  if (callback) return { state: 'running', label: names.label(callback.label) };
  return event.kind === 'output' && event.task === null ? { state: 'running', label: 'the program' } : null;
}
