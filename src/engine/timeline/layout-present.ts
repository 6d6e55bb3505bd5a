import { byDeadline, listLinks, listWaiting } from '../trace/state/read-state.ts';
import type { RunState, TimerState } from '../trace/state/run-state.ts';
import type { Column, PendingTimer, Present, Tie } from './geometry.ts';
import { indexLanes } from './index-lanes.ts';
import type { BareLane, Skeleton } from './layout-skeleton.ts';
import { findColumn } from './locate-step.ts';

/** The parts of a drawn run that are needed here. */
type Drawn = Pick<Skeleton, 'view' | 'width' | 'columns' | 'lanes'>;

/**
 * How far a tie extends into the lanes it joins, as a fraction of their height: to the middle, where a caller is drawn as a thin
 * bar.
 */
const reaches: Readonly<Record<Tie['kind'], number>> = { call: 0.5, delegation: 0.1, wait: 0.2 };
/** Between ties side by side, and between the last one and the edge of the column. */
const apart = 5;
/** Where the lines of a lane's timers are, from its edges; a lane shows at most this many. */
const timerInsets = [4, -4] as const;

/**
 * Returns what is true at step `step` of a drawn run: which frames and tasks are linked, and which timers are set. Nothing before
 * the first step.
 *
 * @param state the state of the run at that step
 */
export function layoutPresent(drawn: Drawn, state: RunState, step: number): Present {
  const column = findColumn(drawn, step);
  if (column === undefined) return { ties: [], timers: [] };
  return { ties: layoutTies(drawn, state, column), timers: layoutTimers(drawn, state, column) };
}

type Linked = Pick<Tie, 'kind'> & { readonly from: BareLane | undefined; readonly to: BareLane | undefined };

function layoutTies({ view, lanes }: Drawn, state: RunState, column: Column): readonly Tie[] {
  const { ofFrame, ofTask } = indexLanes(view, lanes);
  const linked = view === 'frames' ? listFrameTies(state, ofFrame) : listTaskTies(state, ofTask);
  const ties: Tie[] = [];
  for (const { kind, from, to } of linked) {
    if (from === undefined || to === undefined) continue;
    const isDown = from.y < to.y;
    const [near, far] = [from.height * reaches[kind], to.height * reaches[kind]];
    const y1 = isDown ? from.y + from.height - near : from.y + near;
    const y2 = isDown ? to.y + far : to.y + to.height - far;
    ties.push({ kind, x: findRoom(ties, column, y1, y2), y1, y2 });
  }
  return ties;
}

function listFrameTies(state: RunState, find: (id: number | null) => BareLane | undefined): readonly Linked[] {
  const outermost = state.stack.at(0);
  // The code that drives the generators has its own lane, unless it is one of them.
  const driven: readonly Linked[] =
    outermost === undefined ? [] : [{ kind: 'call', from: find(null), to: find(outermost) }];
  return [...driven, ...listLinks(state).map(({ kind, from, to }) => ({ kind, from: find(from), to: find(to) }))];
}

function listTaskTies(state: RunState, find: (id: number | null) => BareLane | undefined): readonly Linked[] {
  const waits = [...listWaiting(state)].flatMap(({ task, on }): Linked[] =>
    on.what === 'task' && on.id !== undefined ? [{ kind: 'wait', from: find(task.id), to: find(on.id) }] : [],
  );
  const calls = state.running.slice(1).map((id, index): Linked => {
    return { kind: 'call', from: find(state.running[index] ?? null), to: find(id) };
  });
  return [...calls, ...waits];
}

/** Beside the ties it would otherwise cover, from the right edge of the column to the left, as far as there is room. */
function findRoom(ties: readonly Tie[], { x, width }: Column, y1: number, y2: number): number {
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  const beside = ties.filter((tie) => Math.min(tie.y1, tie.y2) < bottom && Math.max(tie.y1, tie.y2) > top);
  const taken = new Set(beside.map((tie) => tie.x));
  for (let place = x + width - apart; place > x; place -= apart) if (!taken.has(place)) return place;
  return x + apart;
}

function layoutTimers(drawn: Drawn, state: RunState, column: Column): readonly PendingTimer[] {
  const { ofTask } = indexLanes(drawn.view, drawn.lanes);
  const shown = new Map<BareLane, number>();
  // For a task without a lane of its own nothing is shown: thousands need not be put in order.
  const timers = [...state.timers].filter(({ task }) => ofTask(task) !== undefined).sort(byDeadline);
  return timers.flatMap((timer): PendingTimer[] => {
    const lane = ofTask(timer.task);
    if (lane === undefined || timer.when === null) return [];
    const inset = timerInsets[shown.get(lane) ?? 0];
    if (inset === undefined) return [];
    shown.set(lane, (shown.get(lane) ?? 0) + 1);
    const due = findDue(drawn, timer, column.step);
    const x1 = column.x + column.width;
    const y = inset > 0 ? lane.y + lane.height - inset : lane.y - inset;
    return [{ timer: timer.timer, x1, x2: due ?? drawn.width - 1, y, isDue: due !== undefined }];
  });
}

/** The end of the step that brings the clock to the deadline; undefined if the drawn run ends before that. */
function findDue({ columns }: Drawn, { when }: TimerState, step: number): number | undefined {
  const due = columns.find((column) => column.step >= step && column.time >= (when ?? Infinity));
  return due && due.x + due.width;
}
