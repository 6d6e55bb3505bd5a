import type { Run } from '../../trace/open-run.ts';
import { endsInFailure } from '../../trace/state/list-frame-moments.ts';
import { findFrame, findTask } from '../../trace/state/read-state.ts';
import { findActor } from '../../trace/state/list-task-moments.ts';
import type { Cell, LaneState, Moment } from '../../trace/state/moment.ts';
import type { RunState } from '../../trace/state/run-state.ts';
import type { Fold } from './lane-plan.ts';

/** The states that a fold can show: the first one that any member is in. A member that acts comes before all of them. */
const order = ['calling', 'ready', 'waiting', 'suspended', 'created'] as const satisfies readonly LaneState[];
type Counted = (typeof order)[number];

/**
 * Returns what a fold shows in each of the moments: the act of a member that acts, or else the first state that a member is in and
 * how many are in it, from the first step of that state to its last. Examines every member once, and after that only members that
 * events name.
 *
 * @param at the index of the fold among the lanes
 */
export function countFolded(
  run: Run,
  moments: readonly Moment[],
  { ids }: Pick<Fold, 'ids'>,
  at: number,
): readonly (Cell | null)[] {
  const members = new Set(ids);
  const states = new Map<number, Counted | null>();
  const counts: Record<Counted, number> = { calling: 0, ready: 0, waiting: 0, suspended: 0, created: 0 };
  const look = (id: number, state: RunState): void => {
    const before = states.get(id) ?? null;
    const now = readState(run, state, id);
    if (before !== null) counts[before] -= 1;
    if (now !== null) counts[now] += 1;
    states.set(id, now);
  };
  const [first] = moments;
  if (first) for (const id of ids) look(id, first.state);
  let last = first?.step.last ?? -1;
  const shown = moments.map((moment): Shown => {
    const { step, state } = moment;
    for (; last < step.last; last += 1) {
      for (const id of listNamed(run, last + 1)) if (members.has(id)) look(id, state);
    }
    const acting = readActing(moment, at);
    if (acting !== null) return { state: acting, count: null };
    const main = order.find((key) => counts[key] > 0);
    return main === undefined ? null : { state: main, count: counts[main] };
  });
  return labelStretches(shown);
}

type Shown = { readonly state: LaneState; readonly count: number | null } | null;

/** A stretch in one state shows how many are in it: `12`, or `12 to 3` if that changes. */
function labelStretches(shown: readonly Shown[]): readonly (Cell | null)[] {
  const cells: (Cell | null)[] = [];
  for (let from = 0; from < shown.length; from = cells.length) {
    const [begin] = shown.slice(from, from + 1);
    let to = from;
    while (to + 1 < shown.length && shown[to + 1]?.state === begin?.state) to += 1;
    const [one, other] = [begin?.count ?? null, shown[to]?.count ?? null];
    const label = one === null ? {} : { label: one === other || other === null ? `${one}` : `${one} to ${other}` };
    for (const item of shown.slice(from, to + 1)) {
      cells.push(item === null ? null : { state: item.state, ...label });
    }
  }
  return cells;
}

/** The ids in an event whose state the event may change. */
function listNamed(run: Run, seq: number): readonly number[] {
  const event = run.trace.events[seq];
  if (event === undefined) return [];
  if (run.view === 'frames') return 'frame' in event ? [event.frame] : [];
  return 'id' in event && typeof event.id === 'number' ? [event.id] : [];
}

function readState(run: Run, state: RunState, id: number): Counted | null {
  if (run.view === 'frames') {
    const status = findFrame(state, id)?.status;
    return status === 'running' ? 'calling' : status === 'suspended' || status === 'created' ? status : null;
  }
  const kind = findTask(state, id)?.status.kind;
  if (kind === 'running') return 'calling';
  return kind === 'ready' || kind === 'waiting' || kind === 'created' ? kind : null;
}

/** What an acting member does in a step: it runs, or it ends. */
function readActing({ step: { event }, state, holder, target }: Moment, at: number): LaneState | null {
  if (event.kind === 'frame-left' && target === at) return endsInFailure(event) ? 'failed' : 'done';
  if (holder !== at) return null;
  const kind = event.kind === 'task-ended' ? findTask(state, findActor(event))?.status.kind : undefined;
  return kind === 'done' || kind === 'failed' || kind === 'cancelled' ? kind : 'running';
}
