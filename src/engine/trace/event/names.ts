/**
 * The names of a run's parts, derived from its variables. A trace whose variables have been removed has them in this table. A part
 * that is not in it gets its name from its events.
 */
export type TraceNames = {
  /** How a frame was called, or which list or dictionary holds it: `think(5)`, `tasks['tea']`. */
  readonly frames: readonly (readonly [frame: number, name: string])[];
  /** The variable or attribute that holds a lock, queue, …: its class, its number within that class, and `wages`, `self._ready`. */
  readonly sync: readonly (readonly [object: string, id: number, name: string])[];
  /** The same for a future. */
  readonly futures: readonly (readonly [future: number, name: string])[];
};

/** The most characters of a name. The parser refuses a longer one. */
export const longestName = 48;
