import type { Trace } from '../trace/events.ts';
import type { DemoPair } from './find-pairs.ts';

/** A pair whose TypeScript half has run. */
export type RunPair = DemoPair & { readonly trace: Trace };

/** A pair of which both halves have run: what the page shows, and what its statement of sameness rests on. */
export type Demo = RunPair & {
  /** The Python half's run in CPython. */
  readonly cpython: Trace;
};
