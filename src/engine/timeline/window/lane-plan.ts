import { isSuspendable } from '../../trace/event/is-suspendable.ts';
import type { Run } from '../../trace/open-run.ts';
import { isOutside, type Lanes } from '../../trace/state/moment.ts';

/** Tasks that run the same coroutine, or frames of the same function, in order of creation. */
export type LaneGroup = { readonly name: string; readonly ids: readonly number[] };

/** A lane for all members of a group without a lane of their own; its id is below those of all other lanes. */
export type Fold = { readonly id: number; readonly group: LaneGroup; readonly ids: readonly number[] };

/** All lanes of a run, and which of them can be folded into one. */
export type LanePlan = {
  readonly lanes: Lanes;
  readonly groups: readonly LaneGroup[];
  /** The group of a task or a frame. Those in no group always have a lane of their own. */
  readonly groupOf: ReadonlyMap<number, LaneGroup>;
};

/** Fewer of a kind do not form a group. */
const fewest = 4;
/** If more lanes than this are in no group, the others form one group. */
const mostAlone = 12;
/** If there are more groups than this, the smallest are joined into one. */
const mostGroups = 8;

/** Returns which lanes of a run are folded together. */
export function planLanes(run: Run, lanes: Lanes): LanePlan {
  const functions = run.view === 'tasks' ? nameCoroutines(run) : nameFunctions(run);
  const alike = new Map<string, number[]>();
  for (const id of lanes.ids) {
    if (id === null || isOutside(id)) continue;
    const name = functions.get(id) ?? '';
    const ids = alike.get(name);
    if (ids) ids.push(id);
    else alike.set(name, [id]);
  }
  const sorted = [...alike].map(([name, ids]) => ({ name, ids })).sort((a, b) => b.ids.length - a.ids.length);
  const large = sorted.filter(({ ids }) => ids.length >= fewest).slice(0, mostGroups - 1);
  const rest = sorted.slice(large.length).flatMap(({ ids }) => ids);
  const others = rest.length > mostAlone ? [{ name: '', ids: rest.sort((a, b) => a - b) }] : [];
  const groups = [...large.sort((a, b) => (a.ids[0] ?? 0) - (b.ids[0] ?? 0)), ...others];
  return { lanes, groups, groupOf: new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const))) };
}

function nameCoroutines({ trace }: Run): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const event of trace.events) if (event.kind === 'task-created') names.set(event.id, event.coroutine);
  return names;
}

function nameFunctions({ origins }: Run): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { frame, function: name, type } of origins.frames.values())
    if (isSuspendable(type)) names.set(frame, name);
  return names;
}
