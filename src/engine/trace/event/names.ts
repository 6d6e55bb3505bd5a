/**
 * What the parts of a run are called, found from its variables: a trace that has been parted from those has them in this table.
 * A part that is not in it goes by what its events say of it.
 */
export type TraceNames = {
  /** How a frame was called, or which list or dictionary holds it: `think(5)`, `tasks['tea']`. */
  readonly frames: readonly (readonly [frame: number, name: string])[];
  /** The variable or attribute that holds a lock, queue, …: its class, its number within that class, and `wages`, `self._ready`. */
  readonly sync: readonly (readonly [object: string, id: number, name: string])[];
  /** The same for a future. */
  readonly futures: readonly (readonly [future: number, name: string])[];
};

/** Characters of a name. The parser refuses a longer one. */
export const longestName = 48;
