import type { Trace, TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import type { Run } from '../open-run.ts';
import { findFrame, findInnermost } from './read-state.ts';
import type { Step } from './step.ts';
import type { FrameState } from './run-state.ts';
import type { Cell, Lanes, Moment } from './moment.ts';

/**
 * Returns the lanes of these steps in the view of frames: those that exist at the end of the steps, in order of entry, below a lane
 * for the plain code that drives them, if there is any.
 */
export function listFrameLanes(run: Run, steps: readonly Step[]): Lanes {
  const end = run.stateAfter(steps.at(-1)?.last ?? -1);
  const root = findRoot(run.trace);
  const entered = [...run.names.frames.keys()].filter((id) => findFrame(end, id) !== undefined);
  const hasProgram = root === null && steps.some((step) => findHolder(run, step, root) === null);
  return { ids: [...(hasProgram ? [null] : []), ...entered], root };
}

/**
 * Returns what these lanes show in these steps. A frame that suspends or is left gives control back at once: the step shows its
 * caller running, and the frame with its new state.
 */
export function listFrameMoments(run: Run, steps: readonly Step[], { ids, root, folds }: Lanes): readonly Moment[] {
  const lanes = new Map(ids.map((id, index) => [id, index]));
  const laneOf = (id: number | null): number => lanes.get(id) ?? lanes.get(folds?.get(id ?? 0) ?? null) ?? 0;
  return steps.map((step): Moment => {
    const { event } = step;
    const state = run.stateAfter(step.last);
    const holder = findHolder(run, step, root);
    const target = 'frame' in event ? event.frame : holder;
    const cells = ids.map((id): Cell | null =>
      id === null
        ? { state: holder === null ? 'running' : 'calling' }
        : toCell(findFrame(state, id), id === holder, event),
    );
    return { step, state, holder: laneOf(holder), target: laneOf(target), cells };
  });
}

/** The frame that has control after a step; null: the code that drives the generators. */
export function findHolder(run: Run, step: Step, root: number | null): number | null {
  return findInnermost(run.stateAfter(step.last)) ?? root;
}

/** The only frame that is entered from outside, if there is only one: then no lane for the outside is needed. */
function findRoot(trace: Trace): number | null {
  const entered = trace.events.filter((event) => event.kind === 'frame-resumed').filter(({ by }) => by === null);
  const first = trace.events.find((event) => event.kind === 'frame-created' && isSuspendable(event.type));
  return first?.kind === 'frame-created' && entered.length === 1 && entered[0]?.frame === first.frame
    ? first.frame
    : null;
}

/** Leaving by `GeneratorExit` is what `close()` asks for, so it is not a failure. */
export const endsInFailure = (event: Extract<TraceEvent, { kind: 'frame-left' }>): boolean =>
  event.how === 'raised' && event.value?.startsWith('GeneratorExit') !== true;

function toCell(frame: FrameState | undefined, isHolder: boolean, event: TraceEvent): Cell | null {
  switch (frame?.status) {
    case 'created':
      return { state: 'created' };
    case 'running':
      return { state: isHolder ? 'running' : 'calling' };
    case 'suspended':
      return { state: 'suspended', label: `line ${frame.line}` };
    default:
      return event.kind === 'frame-left' && event.frame === frame?.id
        ? { state: endsInFailure(event) ? 'failed' : 'done' }
        : null;
  }
}
