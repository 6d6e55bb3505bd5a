import type { Trace, TraceEvent } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import type { Run } from '../run.ts';
import { findFrame, findInnermost } from './read-state.ts';
import type { Step } from './step.ts';
import type { FrameState, RunState } from './run-state.ts';
import type { Cell, Moment, MomentTable } from './moment.ts';

/**
 * Returns the table of these steps seen as frames: those that exist at the `end`, in order of entry, below a lane for the plain code
 * that drives them if there is any.
 *
 * A frame that suspends or is left gives control back at once: the step shows its caller running and the frame where it stays.
 */
export function listFrameMoments(run: Run, steps: readonly Step[], end: RunState): MomentTable {
  const names = run.names.frames;
  const root = findRoot(run.trace);
  const entered = [...names.keys()].filter((id) => findFrame(end, id) !== undefined);
  const rows = steps.map((step) => {
    const state = run.stateAfter(step.last);
    return { step, state, holder: findInnermost(state) ?? root };
  });
  const hasProgram = rows.some(({ holder }) => holder === null);
  const first = hasProgram ? 1 : 0;
  const lanes = new Map(entered.map((id, index) => [id, index + first]));
  const laneOf = (id: number | null): number => lanes.get(id ?? 0) ?? 0;
  const moments = rows.map(({ step, state, holder }): Moment => {
    const { event } = step;
    const program: Cell = { state: holder === null ? 'running' : 'calling' };
    const frames = entered.map((id) => toCell(findFrame(state, id), id === holder, event));
    const target = 'frame' in event ? event.frame : holder;
    return {
      step,
      state,
      holder: laneOf(holder),
      target: laneOf(target),
      cells: hasProgram ? [program, ...frames] : frames,
    };
  });
  const program = hasProgram ? [{ id: null, name: 'program' }] : [];
  return { lanes: [...program, ...entered.map((id) => ({ id, name: names.get(id) ?? '' }))], moments };
}

/** The only frame that is entered from outside, if there is only one: then no lane for the outside is needed. */
function findRoot(trace: Trace): number | null {
  const entered = trace.events.filter((event) => event.kind === 'frame-resumed').filter(({ by }) => by === null);
  const first = trace.events.find((event) => event.kind === 'frame-created' && isSuspendable(event.type));
  return first?.kind === 'frame-created' && entered.length === 1 && entered[0]?.frame === first.frame
    ? first.frame
    : null;
}

/** Leaving by `GeneratorExit` is what `close()` asks for, not a failure. */
const endsInFailure = (event: Extract<TraceEvent, { kind: 'frame-left' }>): boolean =>
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
