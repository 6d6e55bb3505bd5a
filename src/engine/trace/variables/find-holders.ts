import type { Trace } from '../event/events.ts';
import { hasEntries, type ObjectState } from '../event/variables.ts';
import { isReceiver } from './name-call.ts';

/** Where a run's objects were held, in the order in which this was seen. */
export type Holders = {
  /** The objects that are a lock, queue, …, or a future of the run: `Lock #1`, `future 3`. */
  readonly parts: ReadonlyMap<string, number>;
  /**
   * Returns how the program could have written an object: `wages`, `self._ready`, `locks[0]`, `tasks['tea']`. What was seen first
   * comes first, and paths that begin with `self` or `this` come last.
   */
  readonly listPaths: (object: number) => readonly Path[];
};

export type Path = {
  readonly text: string;
  /** The event at which the object was first seen there. */
  readonly seq: number;
  /** The frame of the variable that the path begins with. */
  readonly frame: number;
  /** The path up to its last key or index; undefined if it has none: `tasks[0]` for `tasks[0].coroutine`. */
  readonly item: string | undefined;
  /** Whether the variable is the object whose method runs. */
  readonly isOfReceiver: boolean;
};

/** A variable of a frame, or a place inside another object. */
type Holder =
  | { readonly seq: number; readonly frame: number; readonly name: string }
  | { readonly seq: number; readonly inside: number; readonly key: string; readonly isItem: boolean };

/** How many holders of one object are kept, how deep a path may be, and how long. */
const mostHolders = 6;
const deepest = 3;
const longest = 32;

/** Collects where the objects of a run were held. */
export function findHolders(events: Trace['events']): Holders {
  const texts: string[] = [];
  const holders = new Map<number, Holder[]>();
  const parts = new Map<string, number>();
  const add = (object: number, holder: Holder): void => {
    const known = holders.get(object);
    if (known === undefined) holders.set(object, [holder]);
    else if (known.length < mostHolders && !known.some((other) => isSamePlace(other, holder))) known.push(holder);
  };
  for (const { seq, ...event } of events) {
    if (!('variables' in event)) continue;
    const { texts: added = [], objects = [], locals = [], outer = [] } = event.variables;
    for (const text of added) texts.push(text);
    for (const [name, value] of locals) {
      if (value !== null && value < 0) add(-value, { seq, frame: event.frame, name });
    }
    for (const [frame, name, value] of outer) if (value !== null && value < 0) add(-value, { seq, frame, name });
    for (const state of objects) {
      const part = namePart(state);
      if (part !== undefined) parts.set(part, state.id);
      for (const { object, key, isItem } of listInside(state, texts))
        add(object, { seq, inside: state.id, key, isItem });
    }
  }

  const paths = new Map<number, readonly Path[]>();
  const listPaths = (object: number, depth = deepest): readonly Path[] => {
    const known = paths.get(object);
    if (known !== undefined) return known;
    const found = (holders.get(object) ?? []).flatMap((holder): readonly Path[] => {
      if ('name' in holder) {
        const { name: text, seq, frame } = holder;
        return [{ text, seq, frame, item: undefined, isOfReceiver: isReceiver(text) }];
      }
      if (depth === 0) return [];
      const [outer] = listPaths(holder.inside, depth - 1);
      const text = `${outer?.text ?? ''}${holder.key}`;
      if (outer === undefined || text.length > longest) return [];
      return [{ ...outer, text, seq: holder.seq, item: holder.isItem ? text : outer.item }];
    });
    // `self` says less than a name in the caller: `pool.ready` comes before `self.ready`.
    const ordered = [
      ...found.filter(({ isOfReceiver }) => !isOfReceiver),
      ...found.filter(({ isOfReceiver }) => isOfReceiver),
    ];
    if (depth === deepest) paths.set(object, ordered);
    return ordered;
  };
  return { parts, listPaths: (object) => listPaths(object) };
}

function isSamePlace(left: Holder, right: Holder): boolean {
  if ('name' in left) return 'name' in right && left.name === right.name && left.frame === right.frame;
  return 'inside' in right && left.inside === right.inside && left.key === right.key;
}

function namePart({ form, of, sync }: ObjectState): string | undefined {
  if (sync !== undefined) return `${sync.object} #${sync.id}`;
  return form === 'future' && of !== undefined ? `future ${of}` : undefined;
}

type Inside = { readonly object: number; readonly key: string; readonly isItem: boolean };

/** The objects inside an object that has names, keys or indexes for them. A queue and a set have none. */
function* listInside({ form, items = [] }: ObjectState, texts: readonly string[]): Iterable<Inside> {
  if (form === 'list' || form === 'tuple') {
    for (const [index, item] of items.entries()) if (item < 0) yield { object: -item, key: `[${index}]`, isItem: true };
  }
  if (!hasEntries(form)) return;
  for (let index = 0; index + 1 < items.length; index += 2) {
    const [name = -1, item = 0] = [items[index], items[index + 1]];
    if (name < 0 || item >= 0) continue;
    const key = texts[name] ?? '';
    if (form === 'dict') yield { object: -item, key: `[${key}]`, isItem: true };
    else yield { object: -item, key: `.${key}`, isItem: false };
  }
}
