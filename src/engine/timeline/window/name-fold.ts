import type { Run } from '../../trace/open-run.ts';
import { nameLane } from '../../trace/state/list-moments.ts';
import type { LaneGroup } from './lane-plan.ts';

/** The number of characters that fit the column of names. */
const longest = 18;

/** Returns the name of a fold: its group, and how many members of the group are in it: `worker(0…499) ×484`. */
export function nameFold(
  run: Run,
  { group, ids }: { readonly group: LaneGroup; readonly ids: readonly number[] },
): string {
  const count = ` ×${ids.length}`;
  const name = nameGroup(run, group, longest - count.length);
  return `${name}${count}`;
}

/** Returns the name without the number, in at most this many characters: `worker(0…499)`. */
export function nameGroup(run: Run, { name, ids }: LaneGroup, most = Infinity): string {
  if (name === '') return 'others';
  const [first, last] = [ids[0], ids.at(-1)].map((id) => readCall(nameLane(run, id ?? 0)));
  const isSame = first?.[1] === last?.[1];
  const list = first === undefined || last === undefined ? '' : isSame ? `(${first[1]})` : `(${first[1]}…${last[1]})`;
  for (const choice of [`${name}${list}`, list === '' ? name : `${name}(…)`]) if (choice.length <= most) return choice;
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

/** A call and its arguments, without the number that distinguishes it from others of the same name. */
function readCall(name: string): readonly [call: string, list: string] | undefined {
  const [, list] = /^[^(]*\((.*)\)(?: #\d+)?$/s.exec(name) ?? [];
  return list === undefined ? undefined : [name, list];
}
