import type { SyncName } from '@yieldpoint/scheduler';

/**
 * What the variables of a program's functions hold, as a trace tells it: only what has changed, in the event at which it was seen.
 *
 * A variable refers to a text or to an object. A text is all there is to know about a value that cannot change: `4`, `'tea'`, `None`.
 * An object has an identity: two variables with the same number refer to the same list, task or generator, and when its content
 * changes, one `ObjectState` tells so for both. Everything is data; nothing of the program was called to obtain it.
 */
export type Variables = {
  /** Texts that no event before this one has used. They continue the run's one table of texts, which counts from 0. */
  readonly texts?: readonly string[];
  /** Objects that are seen for the first time or whose content has changed, as they are now. */
  readonly objects?: readonly ObjectState[];
  /** Variables of the event's own frame that have a new value, in the order in which the function declares them. */
  readonly locals?: readonly Assignment[];
  /** Variables of other frames: those of the functions around this one, and of the module, which this one can assign to. */
  readonly outer?: readonly OuterAssignment[];
};

/** The name of a variable, and what it refers to; null where it has been deleted or its block has ended. */
export type Assignment = readonly [name: string, value: Reference | null];

/** The same for a variable of the frame with that number. */
export type OuterAssignment = readonly [frame: number, name: string, value: Reference | null];

/** From 0: the text with that index. Below 0: the object with the number `-reference`; objects count from 1. */
export type Reference = number;

/** An object and what is in it, one level deep; what is further inside has a state of its own. */
export type ObjectState = {
  readonly id: number;
  readonly form: ObjectForm;
  /** Its class as the language calls it: `list`, `Array`, `Account`. For a function or generator its name is told in `of`. */
  readonly type: string;
  /** What it has inside: one reference an item; two an entry, its key (or attribute's name) before its value. Left out where it has nothing. */
  readonly items?: readonly Reference[];
  /** How many items or entries it has in all, where `items` has fewer: at most `variableLimits.items` are told. */
  readonly size?: number;
  /** What of the trace it is: the number of a task, of a future, or of a generator's frame once that has been entered. */
  readonly of?: number;
  /** What else there is to say of it: the name of a generator's function or of a task. */
  readonly label?: string;
  /** Which lock, event, queue, … of the run it is, where the loop knows it as one. */
  readonly sync?: SyncName;
};

/**
 * What an object is drawn as. `list`, `tuple`, `set` and `deque` have items, `dict` and `instance` have entries; the others are
 * parts of the run, and `opaque` is what is not looked into: hostile, foreign, or too deep inside of something else.
 */
export type ObjectForm = (typeof objectForms)[number];

export const objectForms = [
  ...(['list', 'tuple', 'set', 'deque', 'dict', 'instance'] as const),
  ...(['generator', 'coroutine', 'async-generator', 'task', 'future', 'opaque'] as const),
] as const;

/** Whether an object of the form has entries rather than items: keys or attributes' names, each before its value. */
export function hasEntries(form: ObjectForm): boolean {
  return form === 'dict' || form === 'instance';
}

/**
 * How much is told. The recorders of both languages keep to it, and the parser refuses what does not. Past the total the recorder
 * says so (`following-ended`) and the run continues.
 */
export const variableLimits = {
  /** Characters of a text, of a name, or of a type. */
  text: 200,
  /** Items or entries of one object. */
  items: 40,
  /** Objects inside one another: a list of lists of lists shows its third level as `opaque`. */
  depth: 3,
  /** Objects that are looked at for one event. */
  objects: 60,
  /** Variables of one frame. */
  locals: 60,
  /** Characters and references of a whole run. */
  total: 3_000_000,
} as const;
