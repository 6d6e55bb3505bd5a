import type { SyncName } from '@yieldpoint/scheduler';

/**
 * The values of a program's variables in a trace: only changes, in the event at which they were seen.
 *
 * A variable refers to a text or to an object. A text describes a value that cannot change: `4`, `'tea'`, `None`. An object has an
 * identity: two variables with the same number refer to the same list, task or generator, and when its content changes, one
 * `ObjectState` records that for both. All of this is data; no code of the program was called to obtain it.
 */
export type Variables = {
  /** Texts that no earlier event has used. They continue the run's single table of texts, which counts from 0. */
  readonly texts?: readonly string[];
  /** Objects that are seen for the first time or whose content has changed, with their present content. */
  readonly objects?: readonly ObjectState[];
  /** Variables of the event's own frame that have a new value, in the order of their declaration. */
  readonly locals?: readonly Assignment[];
  /** Variables of other frames: those of enclosing functions and of the module, to which this frame can assign. */
  readonly outer?: readonly OuterAssignment[];
};

/** The name of a variable and what it refers to; null if it was deleted or its block has ended. */
export type Assignment = readonly [name: string, value: Reference | null];

/** The same for a variable of the frame with this number. */
export type OuterAssignment = readonly [frame: number, name: string, value: Reference | null];

/** From 0 on: the text with this index. Below 0: the object with the number `-reference`; objects count from 1. */
export type Reference = number;

/** An object and its content, one level deep. Objects inside it have states of their own. */
export type ObjectState = {
  readonly id: number;
  readonly form: ObjectForm;
  /** Its class, in the language's own name: `list`, `Array`, `Account`. For a function or generator, `of` has its name. */
  readonly type: string;
  /**
   * Its content: one reference for an item; two for an entry, first its key (or attribute's name), then its value. Absent if it is
   * empty.
   */
  readonly items?: readonly Reference[];
  /** How many items or entries it has in total, if `items` has fewer: at most `variableLimits.items` are recorded. */
  readonly size?: number;
  /** What it is in the trace: the number of a task, of a future, or of a generator's frame once that has been entered. */
  readonly of?: number;
  /** More about it: the name of a generator's function or of a task. */
  readonly label?: string;
  /** Which lock, event, queue, … of the run it is, if the loop knows it as one. */
  readonly sync?: SyncName;
};

/**
 * How an object is drawn. `list`, `tuple`, `set` and `deque` have items, `dict` and `instance` have entries. The others are parts
 * of the run. `opaque` is for objects that are not opened: hostile, foreign, or nested too deep.
 */
export type ObjectForm = (typeof objectForms)[number];

export const objectForms = [
  ...(['list', 'tuple', 'set', 'deque', 'dict', 'instance'] as const),
  ...(['generator', 'coroutine', 'async-generator', 'task', 'future', 'opaque'] as const),
] as const;

/** Whether an object of this form has entries rather than items: keys or attribute names, each before its value. */
export function hasEntries(form: ObjectForm): boolean {
  return form === 'dict' || form === 'instance';
}

/**
 * How much is recorded. The recorders of both languages keep to these limits, and the parser refuses more. Past the total the
 * recorder says so (`following-ended`) and the run continues.
 */
export const variableLimits = {
  /** Characters of a text, a name, or a type. */
  text: 200,
  /** Items or entries of one object. */
  items: 40,
  /** Objects inside one another: the third level of a list of lists of lists is `opaque`. */
  depth: 3,
  /** Objects that are examined for one event. */
  objects: 60,
  /** Variables of one frame. */
  locals: 60,
  /** Characters and references of a whole run. */
  total: 3_000_000,
} as const;
