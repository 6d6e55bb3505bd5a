import type { Trace, TraceEvent } from '../trace/events.ts';
import { foldTrace } from '../trace/fold-trace.ts';
import { listSteps } from '../trace/list-steps.ts';
import { nameFrames } from '../trace/name-tasks.ts';
import { findFrame } from '../trace/read-state.ts';
import type { FrameState, RunState } from '../trace/run-state.ts';
import type { Cell, Moment, MomentTable } from './list-moments.ts';

/**
 * Returns the table of a run seen as frames, in order of entry, below a lane for the plain code that drives them if there is any.
 *
 * A frame that suspends or is left still has control in that step, so the frames beneath it are shown as they stood before it.
 */
export function listFrameMoments(trace: Trace): MomentTable {
  const names = nameFrames(trace);
  const ids = [...names.keys()];
  const root = findRoot(trace);
  const rows = listSteps(trace, 'frames').map((step) => {
    const { event } = step;
    const state = foldTrace(trace, step.last);
    const givesBack = event.kind === 'frame-suspended' || event.kind === 'frame-left';
    const shown = givesBack ? foldTrace(trace, event.seq - 1) : state;
    return { step, state, shown, holder: findHolder(event, state, root) };
  });
  const hasProgram = rows.some(({ holder }) => holder === null);
  const laneOf = (id: number | null): number => (id === null ? 0 : ids.indexOf(id) + (hasProgram ? 1 : 0));
  const moments = rows.map(({ step, state, shown, holder }): Moment => {
    const frames = ids.map((id) => (id === holder ? actingCell(step.event) : restingCell(findFrame(shown, id))));
    const program: Cell = { state: holder === null ? 'running' : 'calling' };
    const created = step.event.kind === 'frame-created' ? step.event.frame : null;
    return {
      step,
      state,
      holder: laneOf(holder),
      target: laneOf(created ?? holder),
      cells: hasProgram ? [program, ...frames] : frames,
    };
  });
  const program = hasProgram ? [{ id: null, name: 'program' }] : [];
  return { lanes: [...program, ...ids.map((id) => ({ id, name: names.get(id) ?? '' }))], moments };
}

/** The only frame that is entered from outside, if there is only one: then no lane for the outside is needed. */
function findRoot(trace: Trace): number | null {
  const entered = new Set(trace.events.flatMap((e) => (e.kind === 'frame-resumed' && e.by === null ? [e.frame] : [])));
  const first = trace.events.find((event) => event.kind === 'frame-created')?.frame ?? null;
  const resumptions = trace.events.filter((event) => event.kind === 'frame-resumed' && event.by === null);
  return resumptions.length === 1 && first !== null && entered.has(first) ? first : null;
}

function findHolder(event: TraceEvent, state: RunState, root: number | null): number | null {
  if (event.kind === 'frame-resumed' || event.kind === 'frame-suspended' || event.kind === 'frame-left') {
    return event.frame;
  }
  return state.stack.at(-1) ?? root;
}

function actingCell(event: TraceEvent): Cell {
  if (event.kind === 'frame-left') return { state: endsInFailure(event) ? 'failed' : 'done' };
  return { state: 'running' };
}

/** Leaving by `GeneratorExit` is what `close()` asks for, not a failure. */
const endsInFailure = (event: Extract<TraceEvent, { kind: 'frame-left' }>): boolean =>
  event.how === 'raised' && event.value?.startsWith('GeneratorExit') !== true;

function restingCell(frame: FrameState | undefined): Cell | null {
  switch (frame?.status) {
    case 'created':
      return { state: 'created' };
    case 'running':
      return { state: 'calling' };
    case 'suspended':
      return { state: 'suspended', label: `line ${frame.line}` };
    default:
      return null;
  }
}
