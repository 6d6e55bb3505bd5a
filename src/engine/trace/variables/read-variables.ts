import type { Trace } from '../event/events.ts';
import type { ObjectState, Reference } from '../event/variables.ts';

/** A variable that got a value, or lost the one it had (null), in an event. */
export type Change = { readonly seq: number; readonly value: Reference | null };

/** Everything that a run records about one variable of one frame, in the order in which it happened. */
type VariableHistory = { readonly name: string; readonly changes: readonly Change[] };

/** Everything that a run records about its variables, in the order in which a reader asks for it. */
export type RunVariables = {
  /** The texts that references from 0 refer to. */
  readonly texts: readonly string[];
  /** The variables of a frame in order of first assignment. */
  readonly historiesOf: (frame: number) => readonly VariableHistory[];
  /** An object after an event; undefined if nothing had been recorded about it by then. */
  readonly findObject: (id: number, seq: number) => ObjectState | undefined;
  /** The last event up to `seq` that recorded the object's content; -1 if there is none. */
  readonly findLastChange: (id: number, seq: number) => number;
  /** The parameters of a frame, in order. */
  readonly parametersOf: (frame: number) => readonly string[];
  /** The frame of a generator or coroutine object, once it has been entered. */
  readonly findFrameOf: (object: number) => number | undefined;
  /** The generator or coroutine object of a frame, if a variable has referred to it. */
  readonly findObjectOf: (frame: number) => number | undefined;
  /** From this event on no variables are recorded, because the run has too many; infinite if all are recorded. */
  readonly end: number;
};

/** `changedAt` is the last event that recorded new content. */
type Told = { readonly seq: number; readonly state: ObjectState; readonly changedAt: number };

/** Reads what a run records about its variables; after that every answer is looked up by its event. */
export function readVariables(events: Trace['events']): RunVariables {
  const texts: string[] = [];
  const frames = new Map<number, Map<string, Change[]>>();
  const objects = new Map<number, Told[]>();
  const parameters = new Map<number, readonly string[]>();
  const framesOfObjects = new Map<number, number>();
  let end = Infinity;

  const assign = (frame: number, name: string, change: Change): void => {
    const variables = frames.get(frame) ?? new Map<string, Change[]>();
    frames.set(frame, variables);
    const changes = variables.get(name);
    if (changes) changes.push(change);
    else variables.set(name, [change]);
  };

  for (const event of events) {
    const { seq } = event;
    if (event.kind === 'following-ended' && event.of === 'variables') end = seq;
    if (event.kind === 'frame-created') {
      if (event.parameters) parameters.set(event.frame, event.parameters);
      if (event.object !== undefined) framesOfObjects.set(event.object, event.frame);
    }
    if (!('variables' in event)) continue;
    const { texts: added = [], objects: told = [], locals = [], outer = [] } = event.variables;
    for (const text of added) texts.push(text);
    for (const state of told) {
      const states = objects.get(state.id) ?? [];
      objects.set(state.id, states);
      const before = states.at(-1);
      // A generator that gets its frame remains the same object.
      const changedAt =
        before !== undefined && isOfFrame(state) && before.state.label === state.label ? before.changedAt : seq;
      states.push({ seq, state, changedAt });
      if (state.of !== undefined && isOfFrame(state)) framesOfObjects.set(state.id, state.of);
    }
    for (const [name, value] of locals) assign(event.frame, name, { seq, value });
    for (const [frame, name, value] of outer) assign(frame, name, { seq, value });
  }

  const findTold = (id: number, seq: number): Told | undefined => findLast(objects.get(id) ?? [], seq);
  const histories = new Map<number, readonly VariableHistory[]>();
  let objectsOfFrames: ReadonlyMap<number, number> | undefined;
  return {
    texts,
    historiesOf: (frame) => {
      const found =
        histories.get(frame) ?? [...(frames.get(frame) ?? [])].map(([name, changes]) => ({ name, changes }));
      histories.set(frame, found);
      return found;
    },
    findObject: (id, seq) => findTold(id, seq)?.state,
    findLastChange: (id, seq) => findTold(id, seq)?.changedAt ?? -1,
    parametersOf: (frame) => parameters.get(frame) ?? [],
    findFrameOf: (object) => framesOfObjects.get(object),
    findObjectOf: (frame) =>
      (objectsOfFrames ??= new Map([...framesOfObjects].map(([object, of]) => [of, object]))).get(frame),
    end,
  };
}

const isOfFrame = ({ form }: ObjectState): boolean =>
  form === 'generator' || form === 'coroutine' || form === 'async-generator';

/** Returns the last of these ordered entries that is not after the event `seq`. */
export function findLast<Entry extends { readonly seq: number }>(
  entries: readonly Entry[],
  seq: number,
): Entry | undefined {
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((entries[middle]?.seq ?? Infinity) <= seq) from = middle + 1;
    else to = middle;
  }
  return entries[from - 1];
}
